import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { facesOf, styles } from '../tools/faces.ts';
import { dist } from './site.ts';

const pages = existsSync(dist)
  ? readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  : [];
const faces = [...facesOf('fonts.css'), ...facesOf('katex.css')];

/** Characters that are shown by the system's fonts on purpose, or not at all. */
const served = new Set([
  ...'\n\t\u200b\u2060\u2061\u2062\u2063\u00ad', // white space, and marks that have no shape
  ...'⌘⇧↵☾☀', // keys and signs on controls, which are set in the system's sans
]);

/** Whether the fonts hold a character in a family and shape; at run time the browser picks the part by itself. */
function held(family: string, bold: boolean, italic: boolean, character: string, among = faces): boolean {
  const code = character.codePointAt(0)!;
  const own = among.filter((face) => face.family === family);
  const slanted = own.filter((face) => (face.style === 'italic') === italic);
  const slant = slanted.length > 0 ? slanted : own;
  const heavy = slant.filter(({ weight }) => weight.includes(' ') || (weight === '700') === bold);
  return (heavy.length > 0 ? heavy : slant).some(({ glyphs }) => glyphs.has(code));
}

// KaTeX's own rules say which family a span of a formula is set in.
const rules = [
  ...readFileSync(styles('katex.css'), 'utf8').matchAll(/((?:\.katex [^{},]+,?\s*)+)\{\s*font-family: (KaTeX_\w+);/g),
].flatMap(([, selectors = '', family = '']) =>
  selectors.split(',').map((selector) => ({ selector: selector.trim(), family })),
);

function familyInFormula(element: Element): string {
  for (let at = element; !at.classList.contains('katex-html'); at = at.parentElement!) {
    const rule = at.className ? rules.findLast(({ selector }) => at.matches(selector)) : undefined;
    if (rule) return rule.family;
  }
  return 'KaTeX_Main';
}

interface Use {
  family: string;
  bold: boolean;
  italic: boolean;
  characters: Set<string>;
}

const read = new Map<string, Use[]>();
/** The characters of a page's text by the font that shows them. */
function usesOf(page: string): Use[] {
  if (!read.has(page)) read.set(page, readPage(page));
  return read.get(page)!;
}

function readPage(page: string): Use[] {
  const { document } = parseHTML(readFileSync(dist + page, 'utf8'));
  const uses = new Map<string, Use>();
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement!;
    // Drawings and controls are set in the system's sans.
    if (element.closest('script, style, .katex-mathml, svg, button, select, label')) continue;
    const inFormula = element.closest('.katex-html') !== null;
    const family = inFormula
      ? familyInFormula(element)
      : element.closest('code, pre, kbd, samp, .widget td')
        ? 'Course Mono'
        : 'Course Serif';
    const bold = inFormula && element.closest('.mathbf, .boldsymbol, .textbf, .slot') !== null;
    const italic =
      element.closest(inFormula ? '.mathnormal, .mathit, .boldsymbol, .textit' : 'em, i, cite, .say') !== null;
    const key = `${family} ${bold} ${italic}`;
    if (!uses.has(key)) uses.set(key, { family, bold, italic, characters: new Set() });
    for (const character of node.textContent ?? '') uses.get(key)!.characters.add(character);
  }
  return [...uses.values()];
}

test('the site is built', () => {
  expect(pages, 'no page in dist; run: npm run build').not.toEqual([]);
});

test.each(pages)('%s: every character is in the font that shows it', (page) => {
  const strangers = usesOf(page).flatMap(({ family, bold, italic, characters }) =>
    [...characters]
      .filter((character) => !served.has(character) && !held(family, bold, italic, character))
      .filter((character) => family !== 'Course Mono' || !held('Course Serif', false, false, character)) // as --mono says
      .map((character) => `${character} (U+${character.codePointAt(0)!.toString(16)}) in ${family}`),
  );
  expect(strangers).toEqual([]);
});

// The other parts are for rare characters: they weigh as much as all that a chapter shows, and come too late for its
// first paint. What chapters show goes into the first part: src/tools/fonts.mjs, then npm run fonts.
const chapters = pages.filter((page) => /^[\w-]+\/index\.html$/.test(page));
test.each(chapters)('%s: every character is in the first part of its font', (page) => {
  const first = faces.filter(({ file }) => !/-(rest|signs|letters|accented)\.woff2$/.test(file));
  const rare = usesOf(page).flatMap(({ family, bold, italic, characters }) =>
    [...characters]
      .filter((character) => character.trim() && held(family, bold, italic, character))
      .filter((character) => !held(family, bold, italic, character, first))
      .filter((character) => !served.has(character))
      .map((character) => `${character} (U+${character.codePointAt(0)!.toString(16)}) in ${family}`),
  );
  expect(rare, 'move them into the first part (core) in src/tools/fonts.mjs, then npm run fonts').toEqual([]);
});

// A class of KaTeX whose family was left out would be shown in another family's letters.
test.each(pages)('%s: no formula asks for a family that is not here', (page) => {
  const used = readFileSync(dist + page, 'utf8').match(/class="[^"]*\b(math|text)(sf|bold|fra|scr|itsf)\w*/g) ?? [];
  expect(used.filter((name) => !/boldsymbol/.test(name))).toEqual([]);
});
