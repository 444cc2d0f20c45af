/**
 * Turns the formulas of a chapter into <Tex> elements. `\val{softmax([2, 1])[0]}` inside a formula is an expression in
 * the chapter's own scope, evaluated at build; a name that the chapter does not have is refused here.
 */
import { parseExpressionAt, type Expression } from 'acorn';
import { noSuch } from '../../src/names.ts';
import { placeIn, type SourceFile } from '../../src/places.ts';
import { group } from './katex.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  position?: { start: { line: number } };
  [more: string]: unknown;
}

/** Splits TeX at its `\val{…}`: pieces of TeX at even places, expressions at odd ones. */
export function splitValues(source: string): string[] {
  const parts: string[] = [];
  let rest = source;
  for (let at = rest.indexOf('\\val{'); at >= 0; at = rest.indexOf('\\val{')) {
    const { inside, end } = group(rest, at + 4);
    parts.push(rest.slice(0, at), inside);
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

const parse = (source: string): Expression =>
  parseExpressionAt(source, 0, { ecmaVersion: 'latest', sourceType: 'module' });

/** A JSX attribute whose value is a JavaScript expression. */
function expressionAttribute(name: string, source: string) {
  const estree = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{ type: 'ExpressionStatement', expression: parse(source) }],
  };
  return {
    type: 'mdxJsxAttribute',
    name,
    value: { type: 'mdxJsxAttributeValueExpression', value: source, data: { estree } },
  };
}

interface Syntax {
  type: string;
  [part: string]: unknown;
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

/** The parts of a piece of syntax that are syntax themselves. */
const partsOf = (node: Syntax): [name: string, part: Syntax][] =>
  Object.entries(node).flatMap(([name, part]) =>
    [part]
      .flat()
      .filter(isSyntax)
      .map((one): [string, Syntax] => [name, one]),
  );

/** The names that a piece of syntax refers to, and those that it declares: parameters, imports, constants, functions. */
function namesIn(node: Syntax, used: Set<string>, declared: Set<string>, declares = false): void {
  if (node.type === 'Identifier') (declares ? declared : used).add(node['name'] as string);
  for (const [name, part] of partsOf(node)) {
    // `a.b` and `{ b: 1 }` refer to no b.
    if ((name === 'property' || name === 'key' || name === 'imported') && node['computed'] !== true) continue;
    const binds = name === 'params' || name === 'id' || name === 'local';
    namesIn(part, used, declared, binds || (declares && name !== 'right'));
  }
}

/** The names that a file's own code gives to its formulas: what it imports and declares. */
function scopeOf(tree: Node): Set<string> {
  const declared = new Set<string>();
  for (const { type, data } of tree.children ?? [])
    if (type === 'mdxjsEsm') namesIn((data as { estree: Syntax }).estree, new Set(), declared);
  return declared;
}

export function remarkTex() {
  return (tree: Node, file: SourceFile) => {
    const scope = scopeOf(tree);

    /** Refuses an expression that is none, or that refers to what the file does not have. */
    const check = (expression: string, complain: (what: string) => Error): void => {
      const used = new Set<string>();
      const declared = new Set<string>();
      try {
        namesIn(parse(expression) as unknown as Syntax, used, declared);
      } catch (error) {
        throw complain((error as Error).message);
      }
      const unknown = [...used].find((name) => !scope.has(name) && !declared.has(name) && !(name in globalThis));
      if (unknown !== undefined) throw complain(noSuch('name', unknown, scope));
    };

    const visit = (node: Node, inParagraph: boolean): void => {
      node.children?.forEach((child) => visit(child, node.type === 'paragraph'));
      if (node.type !== 'math' && node.type !== 'inlineMath') return;
      const at = placeIn(file, node);
      const complain = (what: string) => (why: string) => new Error(`${at}: ${what} in $${node.value}$: ${why}`);
      const parts = splitValues(node.value!).map((part, i) => {
        if (i % 2 === 0) return JSON.stringify(part);
        check(part, complain(`\\val{${part}}`));
        return `() => (${part})`;
      });
      const display = node.type === 'math';
      for (const key of Object.keys(node)) if (key !== 'position') delete node[key];
      Object.assign(node, {
        type: inParagraph || !display ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
        name: 'Tex',
        attributes: [
          expressionAttribute('parts', `[${parts.join(', ')}]`),
          { type: 'mdxJsxAttribute', name: 'at', value: at },
          ...(display ? [{ type: 'mdxJsxAttribute', name: 'display', value: null }] : []),
        ],
        children: [],
      });
    };
    visit(tree, false);
  };
}
