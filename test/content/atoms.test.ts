/**
 * The short cards for Anki: one question, one answer of a line, none twice; known by names that were given once and
 * stay. `atoms.txt` lists the names: a new card adds its name, and a name never goes.
 */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';

const file = (name: string) => readFileSync(new URL(`../../dist/interview/${name}`, import.meta.url), 'utf8');

const notesOf = (name: string) =>
  file(name)
    .split('\n')
    .filter((line) => line.startsWith('"'))
    .map(
      (line) =>
        line.split('\t').map((field) => field.slice(1, -1).replaceAll('""', '"')) as [string, string, string, string],
    );

const atoms = notesOf('anki-short.txt');
const said = (html: string): string =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body.textContent!.trim();
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}−√∞]+/gu, ' ')
    .trim();

it('are at least 150', () => {
  expect(atoms.length).toBeGreaterThanOrEqual(150);
});

it.each(atoms)('%s asks one thing and answers in at most 40 words', (_, asks, answer) => {
  // What is abbreviated or between two clauses of one question asks nothing more.
  expect(said(asks).match(/\?/g) ?? []).toHaveLength(/\?$/.test(said(asks)) ? 1 : 0);
  expect(said(asks)).toMatch(/[?.]$/);
  // A formula is one word.
  const words = said(answer)
    .replace(/\\\(.*?\\\)/g, 'formula')
    .split(/\s+/);
  expect(words.length).toBeLessThanOrEqual(40);
  expect(said(answer)).not.toMatch(/undefined|\[object|\\val/);
});

it('are asked once each, and none of them is a card of the deck', () => {
  const asked = [...atoms, ...notesOf('anki.txt')].map(([, asks]) => plain(said(asks)));
  expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
});

it('keep the names by which Anki knows them', () => {
  const given = readFileSync(new URL('atoms.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const names = atoms.map(([id]) => id);
  expect(new Set(names).size).toBe(names.length);
  expect(
    given.filter((name) => !names.includes(name)),
    'names that are gone',
  ).toEqual([]);
  expect(
    names.filter((name) => !given.includes(name)),
    'names to add to atoms.txt',
  ).toEqual([]);
});

it('lead nowhere unless somebody said where the course is published', () => {
  if (process.env['SITE']) return;
  for (const name of ['anki.txt', 'anki-short.txt']) expect(file(name)).not.toMatch(/localhost|href=""?\//);
});
