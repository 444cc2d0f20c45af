/** The styles stand in layers, whose order one file declares: a rule wins by where it stands, not by the length of its selector. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../src/styles/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const roots = ['site.css', 'interview.css'];
const imports = roots.flatMap((root) =>
  [...read(root).matchAll(/^@import '\.\/([^']+)'(?: layer\((\w+)\))?;$/gm)].map(([, file, layer]) => ({
    file,
    layer,
  })),
);
const orders = roots.map((root) => /^@layer ([^;{]+);$/m.exec(read(root))![1]!);
const declared = orders[0]!.split(', ');

it('the layers have one order, whichever file a page asks for first', () => {
  expect(new Set(orders).size).toBe(1);
});

it('every style sheet is imported once, in a layer that site.css declares; but for the editor’s, in none', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.css') && !roots.includes(file));
  expect(imports.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  expect(imports.filter(({ layer }) => !declared.includes(layer!)).map(({ file }) => file)).toEqual(['editor.css']);
});

it('no style sheet makes layers of its own', () => {
  for (const { file } of imports) expect(read(file!), file).not.toMatch(/@layer|@import/);
});
