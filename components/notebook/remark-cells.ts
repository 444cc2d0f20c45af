/**
 * Turns the code blocks of a chapter that are marked live (```ts live name=rows) into cells, and runs them in order as
 * the page is built: their outputs are printed with them. A cell that fails fails the build.
 *
 * A cell's name is what addresses and the reader's record call it, so it stays when the cell moves or others come before
 * it. Cells that were known by their place among the others say which place that was (`was=2`): what was shared and kept
 * under it is theirs.
 */
import * as logits from '../../src/math/index.ts';
import { toJson } from '../../src/exact-json.ts';
import { noSuch } from '../../src/names.ts';
import { placeIn, type SourceFile } from '../../src/places.ts';
import { compile } from '../../src/notebook/compile.ts';
import { usualOffers } from '../../src/notebook/offers.ts';
import type { CellResult } from '../../src/notebook/protocol.ts';
import { createScope } from '../../src/notebook/scope.ts';

interface Node {
  type: string;
  value?: string;
  meta?: string | null;
  children?: Node[];
  position?: { start: { line: number } };
  [more: string]: unknown;
}

/** A file with the head of an exercise, as far as its code needs it. */
type Headed = SourceFile & { data?: { astro?: { frontmatter?: { check?: { offers?: string[] } } } } };

/** How a code block is marked: words, and names with values. */
const marksOf = (node: Node): Map<string, string> =>
  new Map(
    (node.meta ?? '')
      .split(/\s+/)
      .filter((mark) => mark !== '')
      .map((mark) => mark.split(/=(.*)/) as [string, string]),
  );

const codeIn = (node: Node): Node[] => (node.type === 'code' ? [node] : (node.children ?? []).flatMap(codeIn));

/** The cells of a chapter, from top to bottom. */
const liveIn = (tree: Node): Node[] => codeIn(tree).filter((node) => marksOf(node).has('live'));

/** Refuses a mark that nobody reads, and cells without a name or with that of another. */
function checkMarks(tree: Node, file: SourceFile): void {
  const refuse = (node: Node, what: string) => {
    throw new SyntaxError(`${placeIn(file, node)}: ${what}`);
  };
  for (const node of codeIn(tree)) {
    const marks = marksOf(node);
    const known = marks.has('live') ? ['live', 'name', 'was'] : ['live', ...Object.keys(parts)];
    for (const mark of marks.keys())
      if (!known.includes(mark)) refuse(node, noSuch('mark of a code block', mark, known));
  }
  const taken = { name: new Set<string>(), was: new Set<string>() };
  for (const node of liveIn(tree)) {
    const marks = marksOf(node);
    const { name = '', was } = Object.fromEntries(marks);
    if (!/^[a-z][a-z0-9-]*$/.test(name))
      refuse(
        node,
        `a cell called ${JSON.stringify(name)}; expected a name of small letters, such as name=shift-and-scale`,
      );
    if (was !== undefined && !/^[1-9]\d*$/.test(was))
      refuse(node, `the cell ${name} was ${JSON.stringify(was)}; expected its place among the cells, from 1`);
    for (const [mark, names] of Object.entries(taken)) {
      const value = marks.get(mark);
      if (value !== undefined && names.has(value))
        refuse(node, `a second cell with ${mark}=${value}; expected one of its own for each cell of a chapter`);
      if (value !== undefined) names.add(value);
    }
  }
}

/** Code blocks of an exercise by what they are marked as, and the elements that they become. */
const parts: Record<string, string> = { starter: 'Starter', solution: 'Solution', other: 'Other' };

/** Turns the code blocks of an exercise (```ts starter, ```ts solution, ```ts other) into its parts. */
function asParts(node: Node, offers: readonly string[]): void {
  node.children?.forEach((child) => asParts(child, offers));
  const name = node.type === 'code' ? parts[(node.meta ?? '').trim()] : undefined;
  if (!name) return;
  const code = node.value!;
  for (const key of Object.keys(node)) if (key !== 'position') delete node[key];
  const attributes = [{ type: 'mdxJsxAttribute', name: 'code', value: code }];
  if (name === 'Starter') attributes.push({ type: 'mdxJsxAttribute', name: 'offers', value: offers.join(' ') });
  Object.assign(node, { type: 'mdxJsxFlowElement', name, attributes, children: [] });
}

export function remarkCells() {
  return async (tree: Node, file: SourceFile): Promise<void> => {
    checkMarks(tree, file);
    asParts(tree, (file as Headed).data?.astro?.frontmatter?.check?.offers ?? usualOffers);
    const scope = createScope({ logits: { ...logits } });
    for (const [index, node] of liveIn(tree).entries()) {
      const code = node.value!;
      const { name, was } = Object.fromEntries(marksOf(node));
      const compiled = compile(code);
      const result: CellResult | undefined = 'js' in compiled ? await scope.run(compiled.js) : undefined;
      const failure = 'failure' in compiled ? compiled.failure : result!.failure;
      if (failure) {
        const where = failure.line === undefined ? '' : ` in line ${failure.line}`;
        throw new Error(`${placeIn(file, node)}: the cell ${name} fails${where}: ${failure.name}: ${failure.message}`);
      }
      for (const key of Object.keys(node)) if (key !== 'position') delete node[key];
      const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value });
      Object.assign(node, {
        type: 'mdxJsxFlowElement',
        name: 'Cell',
        attributes: [
          attribute('code', code),
          attribute('name', name!),
          ...(was === undefined ? [] : [attribute('was', was)]),
          attribute('index', String(index)),
          attribute('result', toJson(result)),
        ],
        children: [],
      });
    }
  };
}
