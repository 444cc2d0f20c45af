/** A reader's TypeScript becomes JavaScript that a scope can evaluate. Pure. */
import type { AnyNode, ExportNamedDeclaration, ImportDeclaration, Program } from 'acorn';
import { awaiting, importName, type Failure } from './protocol.ts';
import { placeOf, Refused } from './refused.ts';
import { nodesIn, parse, withoutTypes } from './syntax.ts';

/** JavaScript for `createScope`, or why there is none. */
export type Compiled = { js: string } | { failure: Failure };

/** The longest code that is compiled, in characters. */
export const mostCharacters = 100_000;

/** What takes the place of a piece of code. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** The code with some pieces replaced; lines stay where they were. */
export function changed(code: string, changes: readonly Change[]): string {
  let end = 0;
  const parts: string[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start)) {
    const lines = code.slice(change.start, change.end).split('\n').length - 1;
    parts.push(code.slice(end, change.start), change.text, '\n'.repeat(lines));
    end = change.end;
  }
  return parts.join('') + code.slice(end);
}

/** The name that an import or an export gives, or is given. */
export const nameOf = (node: AnyNode): string =>
  'name' in node ? String(node.name) : 'value' in node ? String(node.value) : '';

/** An import as constants that a scope hands out. */
function constantsFor({ specifiers, source }: ImportDeclaration): string {
  const named = specifiers.flatMap((one) => {
    if (one.type === 'ImportNamespaceSpecifier') return [];
    return [[one.type === 'ImportSpecifier' ? nameOf(one.imported) : 'default', one.local.name] as const];
  });
  const call = `${importName}(${JSON.stringify(source.value)}, ${JSON.stringify(named.map(([name]) => name))})`;
  const bindings = [
    ...(named.length > 0 || specifiers.length === 0
      ? [`{ ${named.map(([name, local]) => `${JSON.stringify(name)}: ${local}`).join(', ')} } = ${call}`]
      : []),
    ...specifiers
      .filter(({ type }) => type === 'ImportNamespaceSpecifier')
      .map(({ local }) => `${local.name} = ${call}`),
  ];
  return `const ${bindings.join(', ')};`;
}

export const insert = (at: number, text: string): Change => ({ start: at, end: at, text });

/** Where a statement ends, but for its semicolon. */
export const endOf = (js: string, { end }: AnyNode): number => (js[end - 1] === ';' ? end - 1 : end);

const blank = (start: number, end: number): Change => ({ start, end, text: ' '.repeat(end - start) });

/** What an export comes to where nobody imports it: what it declares, and the names that it gives. */
function withoutExport(node: ExportNamedDeclaration): Change[] {
  if (node.declaration) return [blank(node.start, node.declaration.start)];
  const renamed = node.specifiers
    .map(({ local, exported }) => [nameOf(local), nameOf(exported)] as const)
    .filter(([local, name]) => name !== local && name !== 'default' && /^[\w$]+$/.test(name));
  const text = [';', ...renamed.map(([local, name]) => `const ${name} = ${local};`)].join('');
  return [{ start: node.start, end: node.end, text }];
}

/** The changes that make a script of a module: imports become what `constants` makes of them, exports what they declare. */
export function changesFor(
  js: string,
  { body }: Program,
  constants: (node: ImportDeclaration) => string = constantsFor,
): Change[] {
  return body.flatMap((node): Change[] => {
    switch (node.type) {
      case 'ImportDeclaration':
        return [{ start: node.start, end: node.end, text: constants(node) }];
      case 'ExportNamedDeclaration':
        return node.source ? [] : withoutExport(node);
      case 'ExportDefaultDeclaration': {
        const { start, declaration } = node;
        if ('id' in declaration && declaration.id && /Declaration$/.test(declaration.type))
          return [blank(start, declaration.start)];
        const from = js.indexOf('default', start) + 'default'.length;
        return [{ start, end: from, text: `${' '.repeat(from - start - 1)}(` }, insert(endOf(js, node), ')')];
      }
      default:
        return [];
    }
  });
}

const isFunction = ({ type }: AnyNode): boolean => /Function|^ClassBody$/.test(type);

/** Whether a cell awaits something outside of its functions. */
const awaits = ({ body }: Program): boolean => {
  for (const node of nodesIn(body, (inside) => !isFunction(inside)))
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) return true;
  return false;
};

/** What parses and can't run here: the words for it. */
function problemOf(node: AnyNode, top: ReadonlySet<AnyNode>): string | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return 'import() is not supported; expected an import statement at the top';
    case 'MetaProperty':
      return node.meta.name === 'import' ? 'import.meta is not supported; a cell is no file' : undefined;
    case 'ImportDeclaration':
      return top.has(node) ? undefined : 'an import stands inside of something; expected it at the top level';
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
      if (!top.has(node)) return 'an export stands inside of something; expected it at the top level';
      return 'source' in node && node.source
        ? 'to export what is imported is not supported; expected an import alone'
        : undefined;
    default:
      return undefined;
  }
}

/** Makes a script of a cell, which is written like a module. */
function asScript(js: string, code: string): string {
  const tree = parse(js, code);
  const top = new Set<AnyNode>(tree.body);
  for (const node of nodesIn(tree.body)) {
    const problem = problemOf(node, top);
    if (problem) throw new Refused(problem, placeOf(js, node.start));
  }
  const changes = changesFor(js, tree);
  if (!awaits(tree)) return changed(js, changes);
  // Only a function can await; it returns what the last expression comes to.
  const last = tree.body.at(-1);
  if (last?.type === 'ExpressionStatement') changes.push(insert(last.start, 'return ('), insert(endOf(js, last), ')'));
  return `${awaiting}${changed(js, changes)}\n})()`;
}

/**
 * Strips the types of a cell and makes a script of it; every line stays where it was.
 *
 * @param code TypeScript as readers write it
 * @returns JavaScript for `createScope`, or where the syntax is wrong
 */
export function compile(code: string): Compiled {
  try {
    if (code.length > mostCharacters) {
      throw new Refused(
        `this code has ${code.length} characters; expected at most ${mostCharacters}`,
        undefined,
        'RangeError',
      );
    }
    return { js: asScript(withoutTypes(code), code) };
  } catch (error) {
    if (error instanceof Refused) return { failure: error.failure };
    // Parsers go as deep as the code does.
    if (error instanceof RangeError)
      return { failure: { name: 'RangeError', message: 'this code is nested too deeply to be read' } };
    return { failure: { name: 'SyntaxError', message: (error as Error).message } };
  }
}
