/** Which names a piece of code refers to that nobody gave: what a file of the content imports and declares, it has. Pure. */

export interface Syntax {
  type: string;
  [part: string]: unknown;
}

/** A file of the content as its parser gives it, as far as its code goes. */
export interface Written {
  type: string;
  children?: Written[];
  [more: string]: unknown;
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

/** The names that a file's own code gives to what is computed in it: what it imports and declares. */
export function scopeOf(tree: Written): Set<string> {
  const declared = new Set<string>();
  for (const { type, data } of tree.children ?? [])
    if (type === 'mdxjsEsm') namesIn((data as { estree: Syntax }).estree, new Set(), declared);
  return declared;
}

/** The first name that code refers to and neither a scope, nor itself, nor the language has. */
export function unknownName(code: Syntax, scope: ReadonlySet<string>): string | undefined {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  namesIn(code, used, declared);
  return [...used].find((name) => !scope.has(name) && !declared.has(name) && !(name in globalThis));
}
