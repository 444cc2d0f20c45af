/**
 * The law of the house: which way imports may point.
 *
 *   src/math ← components/draw, components/widget ← components/widgets ← components/render, components/live
 *   src/math ← src/notebook, src/progress ← components/notebook ← components/interview
 *   all of them ← components/vocabulary ← src/layouts, src/pages
 *
 * What is said of a misspelt name, the languages of code, the JSON that keeps every float and the site's own address are for all of them.
 *
 * Content imports the computation module and nothing else, and nobody imports content: the collections read it. And no
 * file imports itself by way of others, types included.
 * A slip is code: it imports the contract of slips as a type, and one file of src/notebook gathers them.
 */
import { expect, it } from 'vitest';
import { filesIn, filesNamed, importsOf } from './imports.ts';

/** Pure files that everything but src/math and content may import. */
const common = /^src\/(names|places|languages|exact-json|same-site|site)\.ts$/;

/** Each folder, and what its files may import beside them. The first that fits a file counts. */
const laws: [folder: RegExp, may: RegExp][] = [
  [/^src\/math\//, /^src\/math\//],
  [common, /^$/],
  [/^components\/dom\//, /^components\/dom\//],
  [/^components\/draw\//, /^(components\/draw\/|logits$|@observablehq\/plot$)/],
  [/^components\/widget\//, /^(components\/(widget|dom|draw)\/|logits$)/],
  [/^components\/widgets\//, /^(components\/(widget|draw)\/|logits$)/],
  [/^components\/render\//, /^components\/(render|widgets?|dom|draw)\/|^(linkedom|logits)$/],
  [/^components\/live\//, /^components\/(live|render|widgets?|dom)\//],
  [/^components\/tex\//, /^(components\/tex\/|katex$|acorn$|linkedom$|logits$)/],
  [
    /^components\/notebook\//,
    /^(components\/(notebook|widget|dom)\/|src\/(notebook|progress|math)\/|logits$|virtual:|linkedom$|@micropython\/|@codemirror\/|@lezer\/|@observablehq\/plot$)/,
  ],
  [/^components\/interview\//, /^(components\/(interview|notebook|widget|dom)\/|src\/(progress|search)\/)/],
  [/^components\/vocabulary\//, /^(components\/|src\/(notebook|math)\/|logits$|astro:|linkedom$|unified$|remark-)/],
  [/^content\/slips\//, /^(logits$|src\/notebook\/(slip|forms)\.ts$)/],
  [/^content\//, /^(logits|src\/math\/accuracy\.json)$/],
  [/^src\/notebook\/(program|python\/at-build)\.ts$/, /^(node:|vite$|acorn$|src\/notebook\/)/],
  [/^src\/notebook\/slips\.ts$/, /^(src\/notebook\/|content\/slips\/\*\.ts$)/],
  [/^src\/notebook\//, /^(src\/(notebook|math)\/|sucrase$|acorn$|@jridgewell\/sourcemap-codec$)/],
  [/^src\/search\//, /^src\/search\//],
  [/^src\/progress\//, /^(src\/progress\/|ts-fsrs$)/],
  [/^src\/preview\//, /^(src\/(preview\/|site\.ts$)|components\/(render|dom)\/|node:|sharp$|fontkitten$|subset-font$)/],
  [/^src\/content-names\.ts$/, /^(node:fs$|components\/|src\/layouts\/|astro:)/],
  [/^src\/tools\//, /^(src\/(tools|math)\/|(?!(src|components|content)\/|\.))/],
  [/^src\//, /^(src\/(?!tools\/)|components\/|(logits|linkedom)$|astro(:|$|\/)|@astrojs\/mdx\/)/],
];

const files = filesIn('src', 'components', 'content');

it('finds the imports that it judges', () => {
  expect(importsOf('components/vocabulary/Live.astro')).toEqual(
    expect.arrayContaining(['components/render/prerender.ts', 'components/live/live-widget.ts']),
  );
  expect(importsOf('components/live/widget-code.ts')).toContain('components/widgets/*.ts');
});

it('lets imports point one way', () => {
  const wrong = files.flatMap((file) => {
    const law = laws.find(([folder]) => folder.test(file));
    if (!law) return [`${file}: in no folder that the law knows`];
    return importsOf(file)
      .filter((name) => !law[1].test(name) && !(common.test(name) && !/^(src\/math|content)\//.test(file)))
      .map((name) => `${file} imports ${name}; expected ${law[1]}`);
  });
  expect(wrong).toEqual([]);
});

/** The circles among files: each the way from a file back to itself. */
function circlesAmong(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) follow(file, []);
  return circles;
}

it('finds a circle, however long, and none where two ways lead to the same file', () => {
  const graph = (...arrows: string[]) =>
    new Map(arrows.map((arrow) => [arrow[0]!, arrow.slice(1).split('')] as [string, string[]]));
  expect(circlesAmong(graph('ab', 'bc', 'cdb', 'd'))).toEqual(['b → c → b']);
  expect(circlesAmong(graph('aa'))).toEqual(['a → a']);
  expect(circlesAmong(graph('abc', 'bd', 'cd', 'd'))).toEqual([]);
});

it('lets no file import itself by way of others', () => {
  const circles = circlesAmong(
    new Map(files.map((file) => [file, importsOf(file).flatMap((name) => filesNamed(name, files))])),
  );
  expect(circles.filter((circle) => !/cells\.ts → .*run\.ts → /.test(circle))).toEqual([]);
});
