/**
 * Turns the code blocks of a chapter that are marked live (```ts live) into cells, and runs them in order as the page
 * is built: their outputs are printed with them. A cell that fails fails the build.
 */
import * as logits from '../../src/math/index.ts';
import { toJson } from '../../src/exact-json.ts';
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

interface File {
  path?: string;
  data?: { astro?: { frontmatter?: { check?: { offers?: string[] } } } };
}

const isLive = (node: Node): boolean => node.type === 'code' && /(^|\s)live(\s|$)/.test(node.meta ?? '');

const liveIn = (node: Node): Node[] => (isLive(node) ? [node] : (node.children ?? []).flatMap(liveIn));

/** Code blocks of an exercise by what they are marked as, and the elements that they become. */
const parts: Record<string, string> = { starter: 'Starter', solution: 'Solution', other: 'Other' };

/** Turns the code blocks of an exercise (```ts starter, ```ts solution, ```ts other) into its parts. */
function asParts(node: Node, offers: readonly string[]): void {
  node.children?.forEach((child) => asParts(child, offers));
  const name = node.type === 'code' ? parts[(node.meta ?? '').trim()] : undefined;
  if (!name) return;
  const code = node.value!;
  for (const key of Object.keys(node)) delete node[key];
  const attributes = [{ type: 'mdxJsxAttribute', name: 'code', value: code }];
  if (name === 'Starter') attributes.push({ type: 'mdxJsxAttribute', name: 'offers', value: offers.join(' ') });
  Object.assign(node, { type: 'mdxJsxFlowElement', name, attributes, children: [] });
}

export function remarkCells() {
  return async (tree: Node, file: File): Promise<void> => {
    asParts(tree, file.data?.astro?.frontmatter?.check?.offers ?? usualOffers);
    const scope = createScope({ logits: { ...logits } });
    for (const [index, node] of liveIn(tree).entries()) {
      const code = node.value!;
      const compiled = compile(code);
      const result: CellResult | undefined = 'js' in compiled ? await scope.run(compiled.js) : undefined;
      const failure = 'failure' in compiled ? compiled.failure : result!.failure;
      if (failure) {
        const line = (node.position?.start.line ?? 0) + (failure.line ?? 0);
        throw new Error(`${file.path}:${line}: cell ${index + 1} fails: ${failure.name}: ${failure.message}`);
      }
      for (const key of Object.keys(node)) delete node[key];
      const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value });
      Object.assign(node, {
        type: 'mdxJsxFlowElement',
        name: 'Cell',
        attributes: [attribute('code', code), attribute('index', String(index)), attribute('result', toJson(result))],
        children: [],
      });
    }
  };
}
