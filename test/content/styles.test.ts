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
const declared = /^@layer ([^;{]+);$/m.exec(read('site.css'))![1]!.split(', ');

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
