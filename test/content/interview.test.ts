/**
 * The interview deck: every card complete, every place that it leads to real, no question asked twice. That its
 * numbers are computed is held by numbers.test.ts for the text and here for what stands above it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseAddress } from '../../components/widget/address.ts';
import { widgets } from '../../components/render/prerender.ts';
import { readParams, startOf } from '../../components/widget/state.ts';
import { chaptersOf, livesOf, readSite } from './site.ts';

interface Head {
  question: string;
  level: string;
  topics: string[];
  misconceptions?: string[];
  chapter: string;
  anchor?: string;
  widget?: string;
  exercise?: string;
  points: string[];
}

const contents = new URL('../../content/', import.meta.url);
const idsOf = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, contents)).map((file) => file.replace('.mdx', ''));

const cards = idsOf('interview').map((id) => {
  const source = readFileSync(new URL(`interview/${id}.mdx`, contents), 'utf8');
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)!;
  const parts = [...body!.matchAll(/^<(\w+)([^>]*)>\n([\s\S]*?)\n<\/\1>$/gm)].map(([, name, given, text]) => ({
    name: name!,
    asks: /asks=(["'])(.*)\1/.exec(given!)?.[2],
    text: text!.trim(),
  }));
  return { id, head: parse(head!) as Head, body: body!, parts };
});

const chapters = new Map(chaptersOf(readSite()).map((page) => [page.path.replace(/\/$/, ''), page]));

/** The words of a question without what may differ between two ways to write it. */
const plain = (question: string): string =>
  question
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How many words are said: a computed number is one. */
const spoken = (text: string): number =>
  text
    .replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, 'number')
    .split(/\s+/)
    .filter((word) => word !== '').length;

describe.each(cards.map((card) => [card.id, card] as const))('%s', (_, { head, body, parts }) => {
  it('has an answer to say, a full one, a weak one, and at least two follow-ups, in this order and nothing else', () => {
    const names = parts.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Short', 'Full', 'Weak']);
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(new Set(names.slice(3))).toEqual(new Set(['FollowUp']));
    for (const { text } of parts) expect(spoken(text)).toBeGreaterThan(4);
    for (const { asks } of parts.slice(3)) expect(asks).toMatch(/\?$/);
    // Code stands up to the next empty line.
    const rest = body
      .replace(/^<(\w+)[^>]*>\n[\s\S]*?\n<\/\1>$/gm, '')
      .replace(/^(?:import|export const) [\s\S]*?;\n(?=\n)/gm, '');
    expect(rest.trim()).toBe('');
  });

  it('can be said in about thirty seconds, without a formula', () => {
    const { text } = parts[0]!;
    expect(spoken(text)).toBeGreaterThanOrEqual(60);
    expect(spoken(text)).toBeLessThanOrEqual(90);
    expect(text).not.toMatch(/\$|`|^[|#-]/m);
  });

  it('leads to a chapter, a section, misconceptions and an exercise that exist', () => {
    const page = chapters.get(head.chapter);
    expect(page, head.chapter).toBeDefined();
    if (head.anchor) expect(page!.document.getElementById(head.anchor), head.anchor).not.toBeNull();
    for (const id of head.misconceptions ?? []) expect(idsOf('misconceptions')).toContain(id);
    if (head.exercise) expect(idsOf('exercises')).toContain(head.exercise);
  });

  it('sets its widget to parameters that the widget admits', () => {
    if (!head.widget) return;
    const [, chapter, fragment] = /^\/([a-z-]+)\/#(.+)$/.exec(head.widget)!;
    const { anchor, states } = parseAddress(fragment!);
    for (const id of [anchor, ...states.keys()]) {
      const live = livesOf(chapters.get(chapter!)!).find((one) => one.id === id);
      expect(live, `${head.widget}: ${id}`).toBeDefined();
      const w = widgets.get(live!.widget)!;
      expect(readParams(w, states.get(id) ?? [], startOf(w, live!.given)).problems).toEqual([]);
    }
    expect([...states.keys()].every((id) => id === anchor)).toBe(true);
  });

  it('types no result in its question, its points or what is asked next', () => {
    const lines = [head.question, ...head.points, ...parts.map(({ asks }) => asks ?? '')];
    for (const said of lines) expect(said).not.toMatch(/\d[.,]\d{3}|\d{5}|\d\.\d+ ?%|\d ?[×·] ?10|\de[-−]?\d/);
  });
});

it('is a deck of at least sixty cards, with some for every level', () => {
  expect(cards.length).toBeGreaterThanOrEqual(60);
  for (const level of ['screen', 'onsite', 'specialist'])
    expect(cards.filter(({ head }) => head.level === level).length, level).toBeGreaterThanOrEqual(10);
});

it('meets every misconception', () => {
  const met = new Set(cards.flatMap(({ head }) => head.misconceptions ?? []));
  expect(idsOf('misconceptions').filter((id) => !met.has(id))).toEqual([]);
});

it('asks no question twice', () => {
  const questions = cards.map(({ head }) => plain(head.question));
  expect(questions.filter((question, i) => questions.indexOf(question) !== i)).toEqual([]);
});

it('asks no follow-up twice', () => {
  const asked = cards.flatMap(({ parts }) => parts.flatMap(({ asks }) => (asks ? [plain(asks)] : [])));
  expect(asked.filter((question, i) => asked.indexOf(question) !== i)).toEqual([]);
});
