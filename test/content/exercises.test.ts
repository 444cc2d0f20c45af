/** The collections hold together: every misconception is met, every kind is there, every choice has one right answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, it } from 'vitest';

interface Head {
  title: string;
  kind: string;
  chapter: string;
  misconceptions?: string[];
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
const chapters = readdirSync(new URL('../../content/chapters/', import.meta.url)).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ''),
);

it('every misconception is met by an exercise that names it', () => {
  const met = new Set(exercises.flatMap(({ head }) => head.misconceptions ?? []));
  expect(misconceptions.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
});

it('there are enough to write or repair, and to predict, choose or match', () => {
  const of = (...kinds: string[]) => exercises.filter(({ head }) => kinds.includes(head.kind)).length;
  expect(of('write', 'repair')).toBeGreaterThanOrEqual(12);
  expect(of('predict', 'choose', 'match')).toBeGreaterThanOrEqual(25);
});

it('every wrong option of a choice names its misconception, and one option is right', () => {
  for (const { name, source, head } of exercises.filter((one) => one.head.kind === 'choose')) {
    const options = [...source.matchAll(/<Option says="[^"]*"([^>]*)>/g)].map((found) => found[1]!);
    expect(
      options.filter((option) => option.includes('right')),
      name,
    ).toHaveLength(1);
    for (const option of options.filter((one) => !one.includes('right'))) {
      const named = /misconception="([^"]*)"/.exec(option)?.[1];
      expect(head.misconceptions, `${name}: ${option}`).toContain(named);
    }
  }
});

it('no option and no check names a misconception that is not there', () => {
  for (const { name, source } of exercises) {
    const named = [...source.matchAll(/misconception(?:="|: )([\w-]+)/g)].map((found) => found[1]!);
    for (const id of named) expect([name, misconceptions.some((one) => one.name === id)]).toEqual([name, true]);
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
