import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type Face, facesOf, styles } from './faces.ts';

const text = facesOf('fonts.css');
const formulas = facesOf('katex.css');
const all = [...text, ...formulas];
const name = (face: Face) => face.file.replace(/^fonts\/|\.woff2$/g, '');
const kilobytes = (...names: string[]) =>
  all.filter((face) => names.includes(name(face))).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

test('what nearly every chapter loads weighs at most 47 kB', () => {
  expect(kilobytes('serif')).toBeLessThanOrEqual(24);
  expect(kilobytes('serif-italic')).toBeLessThanOrEqual(12);
  expect(kilobytes('mono')).toBeLessThanOrEqual(8);
  expect(kilobytes('serif', 'serif-italic', 'mono', 'katex-main', 'katex-math-italic')).toBeLessThanOrEqual(47);
});

test('the part of a font that a browser asks for a character holds it, and no other is asked', () => {
  const fonts = Map.groupBy(all, ({ family, weight, style }) => `${family} ${weight} ${style}`);
  for (const [font, parts] of fonts)
    for (const code of new Set(parts.flatMap(({ glyphs }) => [...glyphs])))
      expect(
        parts.filter(({ claims }) => claims(code)).map(({ glyphs }) => glyphs.has(code)),
        `${font}: U+${code.toString(16)}`,
      ).toEqual([true]);
});

test("the first part of a font claims the space, which sets the line's metrics", () => {
  for (const face of all)
    expect(face.claims(0x20), face.file).toBe(!/-(rest|signs|letters|accented)$/.test(name(face)));
});

test('no text face is ever swapped under a reader', () => {
  expect(new Set(text.map(({ display }) => display))).toEqual(new Set(['optional']));
});

test('every file of the folder is a part of a font or a licence', () => {
  const listed = all.map(({ file }) => file.replace('fonts/', ''));
  expect(
    readdirSync(styles('fonts'))
      .filter((file) => !file.startsWith('LICENSE-'))
      .sort(),
  ).toEqual(listed.sort());
});

test('katex.css is that of the installed KaTeX (else run: npm run fonts)', () => {
  const { version } = createRequire(import.meta.url)('katex/package.json') as { version: string };
  const sheet = readFileSync(styles('katex.css'), 'utf8');
  expect(/content: '([\d.]+)'/.exec(sheet)?.[1]).toBe(version);
  expect(sheet).toContain(`from KaTeX ${version} `);
});
