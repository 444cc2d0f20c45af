/**
 * Turns the code blocks of a chapter that are marked live (```ts live name=rows) into cells, and runs them in order as
 * the page is built: their outputs are printed with them. A cell that fails fails the build.
 *
 * Cells of Python (```py live name=rows) are run by the interpreter that the page has, and see each other, not those of
 * TypeScript. One that follows a cell of TypeScript under its name is the same cell in the other language.
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
import type { Language } from '../../src/languages.ts';
import { usualOffers } from '../../src/notebook/offers.ts';
import type { CellResult } from '../../src/notebook/protocol.ts';
import { pythonAtBuild } from '../../src/notebook/python/at-build.ts';
import { createPythonScope } from '../../src/notebook/python/python-scope.ts';
import { createScope, type Scope } from '../../src/notebook/scope.ts';

interface Node {
  type: string;
  lang?: string | null;
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

/** What a code block of a language is marked with. */
const marksOfLanguages: Record<string, Language> = { ts: 'typescript', py: 'python' };

const languageOf = (node: Node): Language | undefined => marksOfLanguages[node.lang ?? ''];

const codeIn = (node: Node): Node[] => (node.type === 'code' ? [node] : (node.children ?? []).flatMap(codeIn));

/** The cells of a chapter, from top to bottom. */
const liveIn = (tree: Node): Node[] => codeIn(tree).filter((node) => marksOf(node).has('live'));

/** Throws a sentence on a node, with its place. */
const refuse = (file: SourceFile, node: Node, what: string): never => {
  throw new SyntaxError(`${placeIn(file, node)}: ${what}`);
};

/** Whether a cell follows the one of its name in TypeScript. */
const isVersion = (node: Node, before: Node | undefined): boolean =>
  languageOf(node) === 'python' &&
  before !== undefined &&
  languageOf(before) === 'typescript' &&
  marksOf(before).get('name') === marksOf(node).get('name');

/** Refuses a mark that nobody reads, a language that nothing runs, and cells without a name or with that of another. */
function checkMarks(tree: Node, file: SourceFile): void {
  for (const node of codeIn(tree)) {
    const marks = marksOf(node);
    const known = marks.has('live') ? ['live', 'name', 'was'] : ['live', ...Object.keys(parts)];
    for (const mark of marks.keys())
      if (!known.includes(mark)) refuse(file, node, noSuch('mark of a code block', mark, known));
    if (marks.size > 0 && !languageOf(node))
      refuse(file, node, noSuch('language of a cell', node.lang ?? '', Object.keys(marksOfLanguages)));
  }
  const taken = { name: new Set<string>(), was: new Set<string>() };
  const cells = liveIn(tree);
  for (const [i, node] of cells.entries()) {
    const marks = marksOf(node);
    const { name = '', was } = Object.fromEntries(marks);
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name.endsWith('-python'))
      refuse(
        file,
        node,
        `a cell called ${JSON.stringify(name)}; expected a name of small letters, such as name=shift-and-scale, that does not end with -python`,
      );
    if (was !== undefined && !/^[1-9]\d*$/.test(was))
      refuse(file, node, `the cell ${name} was ${JSON.stringify(was)}; expected its place among the cells, from 1`);
    if (isVersion(node, cells[i - 1])) continue;
    for (const [mark, names] of Object.entries(taken)) {
      const value = marks.get(mark);
      if (value !== undefined && names.has(value))
        refuse(file, node, `a second cell with ${mark}=${value}; expected one of its own for each cell of a chapter`);
      if (value !== undefined) names.add(value);
    }
  }
}

/** Code blocks of an exercise by what they are marked as, and the elements that they become. */
const parts: Record<string, string> = { starter: 'Starter', solution: 'Solution', other: 'Other' };

const attribute = (name: string, value: string | null) => ({ type: 'mdxJsxAttribute', name, value });

/** Makes an element of a code block. */
function become(node: Node, name: string, ...attributes: object[]): void {
  for (const key of Object.keys(node)) if (key !== 'position') delete node[key];
  Object.assign(node, { type: 'mdxJsxFlowElement', name, attributes, children: [] });
}

/** Turns the code blocks of an exercise (```ts starter, ```ts solution, ```ts other, and the same with py) into its parts. */
function asParts(tree: Node, file: SourceFile, offers: readonly string[]): void {
  const found = codeIn(tree).flatMap((node) => {
    const mark = (node.meta ?? '').trim();
    const language = languageOf(node);
    return mark in parts && language ? [{ node, mark, language }] : [];
  });
  const python = found.find(({ language }) => language === 'python');
  for (const [written, language] of Object.entries(marksOfLanguages))
    for (const mark of ['starter', 'solution'])
      if (python && !found.some((part) => part.mark === mark && part.language === language))
        refuse(file, python.node, `an exercise in both languages has no ${written} ${mark}; expected one in each`);
  for (const { node, mark, language } of found) {
    const imports = mark === 'starter' && language === 'typescript' ? [attribute('offers', offers.join(' '))] : [];
    const paired = python ? [attribute('paired', null)] : [];
    become(node, parts[mark]!, attribute('code', node.value!), attribute('language', language), ...paired, ...imports);
  }
}

export function remarkCells() {
  return async (tree: Node, file: SourceFile): Promise<void> => {
    checkMarks(tree, file);
    asParts(tree, file, (file as Headed).data?.astro?.frontmatter?.check?.offers ?? usualOffers);
    const cells = liveIn(tree);
    const scopes: Partial<Record<Language, Scope>> = {};
    let index = -1;
    const made: [Node, ...object[]][] = [];
    for (const [i, node] of cells.entries()) {
      const code = node.value!;
      const { name, was } = Object.fromEntries(marksOf(node));
      const language = languageOf(node)!;
      const scope = (scopes[language] ??=
        language === 'python' ? createPythonScope(await pythonAtBuild()) : createScope({ logits: { ...logits } }));
      const compiled = language === 'python' ? { js: code } : compile(code);
      const result: CellResult | undefined = 'js' in compiled ? await scope.run(compiled.js) : undefined;
      const failure = 'failure' in compiled ? compiled.failure : result!.failure;
      if (failure) {
        const where = failure.line === undefined ? '' : ` in line ${failure.line}`;
        throw new Error(`${placeIn(file, node)}: the cell ${name} fails${where}: ${failure.name}: ${failure.message}`);
      }
      // A version in the other language has the number of the cell.
      const version = isVersion(node, cells[i - 1]);
      if (!version) index++;
      made.push([
        node,
        attribute('code', code),
        attribute('name', language === 'python' ? `${name}-python` : name!),
        attribute('language', language),
        ...(version || (cells[i + 1] && isVersion(cells[i + 1]!, node)) ? [attribute('paired', null)] : []),
        ...(was === undefined ? [] : [attribute('was', was)]),
        attribute('index', String(index)),
        attribute('result', toJson(result)),
      ]);
    }
    for (const [node, ...attributes] of made) become(node, 'Cell', ...attributes);
  };
}
