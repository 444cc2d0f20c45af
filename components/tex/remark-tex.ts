/**
 * Turns the formulas of a chapter into <Tex> elements. `\val{softmax([2, 1])[0]}` inside a formula is an expression in
 * the chapter's own scope, evaluated at build.
 */
import { parseExpressionAt } from 'acorn';
import { at, whereIn } from '../../src/where.ts';
import { group } from './katex.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  position?: { start: { line: number } };
  data?: { estree?: { body: Statement[] } };
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

/** A JSX attribute whose value is a JavaScript expression. */
function expressionAttribute(name: string, source: string) {
  const expression = parseExpressionAt(source, 0, { ecmaVersion: 'latest', sourceType: 'module' });
  const estree = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{ type: 'ExpressionStatement', expression }],
  };
  return {
    type: 'mdxJsxAttribute',
    name,
    value: { type: 'mdxJsxAttributeValueExpression', value: source, data: { estree } },
  };
}

/** A statement of a file that imports or exports, as far as it names something. */
interface Statement {
  specifiers?: { local: { name: string } }[];
  declaration?: { id?: { name: string }; declarations?: { id: { name?: string } }[] } | null;
}

/** The names that a file imports and defines. */
const namesIn = (tree: Node): string[] =>
  (tree.children ?? [])
    .flatMap(({ data }) => data?.estree?.body ?? [])
    .flatMap(({ specifiers = [], declaration }) => [
      ...specifiers.map(({ local }) => local.name),
      ...(declaration?.id ? [declaration.id.name] : []),
      ...(declaration?.declarations ?? []).flatMap(({ id }) => id.name ?? []),
    ]);

export function remarkTex() {
  const visit = (node: Node, inParagraph: boolean, names: string[], file: { path?: string }): void => {
    node.children?.forEach((child) => visit(child, node.type === 'paragraph', names, file));
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    const parts = splitValues(node.value!);
    const values = parts.map((part, i) =>
      i % 2 === 0 ? JSON.stringify(part) : `{ of: ${JSON.stringify(part)}, value: () => (${part}) }`,
    );
    const display = node.type === 'math';
    for (const key of Object.keys(node)) if (key !== 'position') delete node[key];
    Object.assign(node, {
      type: inParagraph || !display ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
      name: 'Tex',
      attributes: [
        at(whereIn(file.path, node.position?.start.line), () => expressionAttribute('parts', `[${values.join(', ')}]`)),
        ...(parts.length > 1 ? [expressionAttribute('names', JSON.stringify(names))] : []),
        ...(display ? [{ type: 'mdxJsxAttribute', name: 'display', value: null }] : []),
      ],
      children: [],
    });
  };
  return (tree: Node, file: { path?: string }) => visit(tree, false, namesIn(tree), file);
}
