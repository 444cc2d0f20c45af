/**
 * The law of the house: which way imports may point.
 *
 *   src/math ← components/widgets ← components ← src/layouts, src/pages
 *   src/math ← src/notebook, src/progress ← components/notebook, components/interview ← components
 *
 * Content imports the computation module and nothing else, and nobody imports content: the collections read it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Each folder, and what its files may import. The first that fits a file counts. */
const laws: [folder: RegExp, may: RegExp][] = [
  [/^src\/math\//, /^src\/math\//],
  [/^components\/widgets\//, /^(components\/[^/]+\.ts|logits|@observablehq\/plot)$/],
  [
    /^components\/(notebook\/|interview\/|vocabulary|exercise|Exercise|Option)/,
    /^(components\/|src\/(notebook|progress|math)\/|logits$|virtual:|astro:|linkedom$|acorn$|@codemirror\/|@lezer\/|@observablehq\/plot$)/,
  ],
  [/^components\//, /^(components\/|src\/math\/|logits$|astro:|katex$|linkedom$|acorn$|@observablehq\/plot$)/],
  [/^content\//, /^(logits|src\/math\/accuracy\.json)$/],
  [/^src\/notebook\/program\.ts$/, /^(node:|vite$|acorn$|src\/notebook\/)/],
  [/^src\/notebook\//, /^(src\/(notebook|math)\/|fast-check$|sucrase$)/],
  [/^src\/progress\//, /^(src\/progress\/|ts-fsrs$)/],
  [/^src\/tools\//, /^(src\/(tools|math)\/|(?!(src|components|content)\/|\.))/],
  [/^src\//, /^(src\/(?!tools\/)|components\/|logits$|astro(:|$|\/)|@astrojs\/mdx\/)/],
];

/** What a file imports: paths inside the project, or names of packages. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '');
  const forms =
    /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|(?:import|import\.meta\.glob(?:<[^(]*>)?)\(\s*['"]([^'"]+)['"]/g;
  return [...source.matchAll(forms)].map(([, plain, dynamic]) => {
    const name = (plain ?? dynamic)!;
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

const files = ['src', 'components', 'content']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
  )
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.(ts|mjs|astro|mdx)$/.test(file));

it('finds the imports that it judges', () => {
  expect(importsOf('components/Live.astro')).toEqual(
    expect.arrayContaining(['components/prerender.ts', 'components/live.ts']),
  );
  expect(importsOf('components/live.ts')).toContain('components/widgets/*.ts');
});

it('lets imports point one way', () => {
  const wrong = files.flatMap((file) => {
    const law = laws.find(([folder]) => folder.test(file));
    if (!law) return [`${file}: in no folder that the law knows`];
    return importsOf(file)
      .filter((name) => !law[1].test(name))
      .map((name) => `${file} imports ${name}; expected ${law[1]}`);
  });
  expect(wrong).toEqual([]);
});
