/**
 * Turns the formulas of a chapter into <Tex> elements. `\val{softmax([2, 1])[0]}` inside a formula is an expression in
 * the chapter's own scope, evaluated at build; a name that the chapter does not have is refused here.
 */
import { parseExpressionAt, type Expression } from 'acorn';
import { noSuch } from '../../src/names.ts';
import { placeIn, type SourceFile } from '../../src/places.ts';
import { group } from './katex.ts';
import { scopeOf, unknownName, type Syntax } from './names-in-code.ts';

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

export function remarkTex() {
  return (tree: Node, file: SourceFile) => {
    const scope = scopeOf(tree);

    /** Refuses an expression that is none, or that refers to what the file does not have. */
    const check = (expression: string, complain: (what: string) => Error): void => {
      let unknown: string | undefined;
      try {
        unknown = unknownName(parse(expression) as unknown as Syntax, scope);
      } catch (error) {
        throw complain((error as Error).message);
      }
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
