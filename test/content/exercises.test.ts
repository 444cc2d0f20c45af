/** The collections hold together: every misconception is met, every kind is there, every choice has one right answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { misconceptionsMet } from '../../src/misconceptions.ts';

interface Head {
  title: string;
  kind: string;
  chapter: string;
  misconceptions?: string[];
  check?: { against: string };
  anchor?: string;
}

const files = (folder: string) => {
  const base = new URL(`../../content/${folder}/`, import.meta.url);
  return readdirSync(base).map((file) => {
    const source = readFileSync(new URL(file, base), 'utf8');
    return { name: file.replace('.mdx', ''), source, head: parse(/^---\n([\s\S]*?)\n---/.exec(source)![1]!) as Head };
  });
};

const exercises = files('exercises');
const misconceptions = files('misconceptions');

/** The misconceptions that an exercise meets, as the site counts them. */
const metBy = ({ head: { misconceptions = [], check }, source }: (typeof exercises)[number]): string[] =>
  misconceptionsMet({
    data: { misconceptions: misconceptions.map((id) => ({ id })), ...(check && { check }) },
    body: source.replace(/^---\n[\s\S]*?\n---\n/, ''),
  });

const chapters = readdirSync(new URL('../../content/chapters/', import.meta.url)).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ''),
);

it('every misconception is met by an exercise that names it', () => {
  const met = new Set(exercises.flatMap((one) => metBy(one)));
  expect(misconceptions.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
});

it('there are enough to write or repair, and to predict, choose or match', () => {
  const of = (...kinds: string[]) => exercises.filter(({ head }) => kinds.includes(head.kind)).length;
  expect(of('write', 'repair')).toBeGreaterThanOrEqual(12);
  expect(of('predict', 'choose', 'match')).toBeGreaterThanOrEqual(25);
});

it('every wrong option of a choice names its misconception, and one option is right', () => {
  for (const { name, source } of exercises.filter((one) => one.head.kind === 'choose')) {
    const options = [...source.matchAll(/<Option says="[^"]*"([^>]*)>/g)].map((found) => found[1]!);
    expect(
      options.filter((option) => option.includes('right')),
      name,
    ).toHaveLength(1);
    for (const option of options.filter((one) => !one.includes('right'))) {
      const named = /misconception="([^"]*)"/.exec(option)?.[1];
      expect(
        misconceptions.map((one) => one.name),
        `${name}: ${option}`,
      ).toContain(named);
    }
  }
});

it('a head names the misconceptions that are there, and none that its options or its check name already', () => {
  for (const one of exercises) {
    const head = one.head.misconceptions ?? [];
    const named = metBy({ ...one, head: { ...one.head, misconceptions: [] } });
    for (const id of head) expect([one.name, misconceptions.some(({ name }) => name === id)]).toEqual([one.name, true]);
    expect(
      head.filter((id) => named.includes(id)),
      one.name,
    ).toEqual([]);
  }
});

it('no exercise lists a misconception twice', () => {
  for (const { name, head } of exercises)
    expect(head.misconceptions ?? [], name).toEqual([...new Set(head.misconceptions ?? [])]);
});

it('chapters are real, or still to come', () => {
  for (const { name, head } of exercises) expect([...chapters, 'in-use'], name).toContain(head.chapter);
});

it('no two exercises have the same title', () => {
  const titles = exercises.map(({ head }) => head.title);
  expect(titles).toEqual([...new Set(titles)]);
});
