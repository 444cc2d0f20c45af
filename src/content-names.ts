/**
 * Every name by which one file of the content refers to another, checked as the site is built: Astro follows references
 * only where a page asks for them, and an exercise that nobody asks for is not missed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { widgets } from '../components/render/prerender.ts';
import * as cardWords from '../components/vocabulary/card.ts';
import { chaptersInOrder, type Chapter } from '../components/vocabulary/chapter-order.ts';
import * as chapterWords from '../components/vocabulary/chapter.ts';
import * as exerciseWords from '../components/vocabulary/exercise.ts';
import { elementsOf, livesOf, placedIn, type WrittenElement } from '../components/vocabulary/mdx.ts';
import { parseAddress } from '../components/widget/address.ts';
import { readParams, startOf } from '../components/widget/state.ts';
import { noSuch } from './names.ts';

type Entry = CollectionEntry<'atoms' | 'chapters' | 'exercises' | 'interview' | 'misconceptions'>;

/** Where exercises belong whose chapter is still to come. */
export const toCome = 'in-use';

/** Where an entry's head says something: the first line of it with these words. */
function whereOf({ filePath = '' }: Entry, words: string): string {
  const [head = ''] = readFileSync(filePath, 'utf8').split(/^---$/m).slice(1);
  const line = head.split('\n').findIndex((one) => one.includes(words));
  return `${filePath}:${Math.max(line, 0) + 1}`;
}

/** The elements that the texts of each collection may use; those of atoms stand in pages/interview/_Atom.astro. */
const words: Record<string, string[]> = {
  atoms: ['Atom'],
  chapters: Object.keys(chapterWords),
  exercises: Object.keys(exerciseWords),
  interview: Object.keys(cardWords),
  misconceptions: [],
};

/** All references to entries of collections in what a head says, however deep they stand. */
function* referencesIn(value: unknown): Generator<{ collection: string; id: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('collection' in value && 'id' in value) yield value as { collection: string; id: string };
  else for (const inside of Object.values(value)) yield* referencesIn(inside);
}

/** Everything in a chapter that can be linked to. */
async function anchorsOf(chapter: Chapter): Promise<string[]> {
  const { headings } = await render(chapter);
  return [
    ...headings.map(({ slug }) => slug),
    ...livesOf(chapter.body).map(({ id }) => id),
    ...placedIn(chapter.body).map((name) => `exercise-${name}`),
    ...elementsOf(chapter.body).flatMap(({ name, attributes }) => (name === 'Live' ? [] : (attributes['id'] ?? []))),
  ];
}

/** What is wrong with the address of a figure, set to a case. */
function wrongFigure(address: string, chapters: Chapter[]): string | undefined {
  const [, name = '', fragment = ''] = /^\/([^/]*)\/#(.*)$/.exec(address) ?? [];
  const chapter = chapters.find(({ id }) => id === name);
  if (!chapter)
    return noSuch(
      'chapter',
      name,
      chapters.map(({ id }) => id),
    );
  const lives = livesOf(chapter.body);
  const { anchor, states } = parseAddress(fragment);
  for (const id of [anchor, ...states.keys()]) {
    const live = lives.find((one) => one.id === id);
    if (!live)
      return noSuch(
        `Live in the chapter ${name}`,
        id,
        lives.map((one) => one.id),
      );
    const w = widgets.get(live.widget);
    if (!w) continue; // The chapter is told.
    const { problems } = readParams(w, states.get(id) ?? [], startOf(w, live.given));
    if (problems.length > 0) return `Live ${id}: ${problems.join(' ')}`;
  }
  return undefined;
}

/** What is wrong with an element of a text. `known`: the names that elements refer to, by what they name. */
function wrongElement(
  { name, attributes, within }: WrittenElement,
  allowed: string[],
  known: Record<string, string[]>,
): string | undefined {
  if (/^[A-Z]/.test(name) && !allowed.includes(name)) return noSuch('element', name, allowed);
  if (['Slot', 'Term', 'Figure'].includes(name) && !within.includes('Live'))
    return `${attributes['of'] ?? 'a figure'} stands outside of a Live; expected <Live widget="…"> around it`;
  const refers: Record<string, [what: string, attribute: string]> = {
    Chapter: ['chapter', 'name'],
    Exercise: ['exercise', 'name'],
    Live: ['widget', 'widget'],
    Option: ['misconception', 'misconception'],
    Source: ['file in src/math', 'file'],
  };
  const [what, attribute] = refers[name] ?? [];
  const asked = attribute && attributes[attribute];
  return asked && !known[what!]!.includes(asked) ? noSuch(what!, asked, known[what!]!) : undefined;
}

/** Every name that is wrong, a sentence each: where it stands, what it is, and what was expected. */
async function problems(): Promise<string[]> {
  const [atoms, exercises, misconceptions, cards] = await Promise.all([
    getCollection('atoms'),
    getCollection('exercises'),
    getCollection('misconceptions'),
    getCollection('interview'),
  ]);
  const chapters = await chaptersInOrder();
  const entries: Record<string, Entry[]> = { atoms, chapters, exercises, misconceptions, interview: cards };
  const namesOf = (collection: string) => (entries[collection] ?? []).map(({ id }) => id);
  const found: string[] = [];
  const say = (entry: Entry, words: string, what: string) => found.push(`${whereOf(entry, words)}: ${what}`);

  for (const entry of Object.values(entries).flat())
    for (const { collection, id } of referencesIn(entry.data))
      if (!namesOf(collection).includes(id))
        say(entry, id, noSuch(collection.replace(/s$/, ''), id, namesOf(collection)));

  for (const chapter of chapters) {
    const shown = livesOf(chapter.body).map(({ widget }) => widget);
    const { miniature } = chapter.data;
    if (!shown.includes(miniature))
      say(chapter, `miniature: ${miniature}`, noSuch(`figure in the chapter ${chapter.id}`, miniature, shown));
  }
  const known = {
    chapter: namesOf('chapters'),
    exercise: namesOf('exercises'),
    misconception: namesOf('misconceptions'),
    widget: [...widgets.keys()],
    'file in src/math': readdirSync('src/math'),
  };
  for (const [collection, all] of Object.entries(entries))
    for (const { body = '', filePath = '' } of all) {
      const head = readFileSync(filePath, 'utf8').split(body)[0]!.split('\n').length - 1;
      for (const element of elementsOf(body)) {
        const wrong = wrongElement(element, words[collection]!, known);
        if (wrong) found.push(`${filePath}:${head + element.line}: ${wrong}`);
      }
    }

  const placed = new Map(chapters.map((chapter) => [chapter.id, placedIn(chapter.body)]));
  for (const exercise of exercises) {
    const { chapter } = exercise.data;
    if (chapter === toCome) continue;
    if (!placed.has(chapter)) say(exercise, chapter, noSuch('chapter', chapter, [...placed.keys(), toCome]));
    else if (!placed.get(chapter)!.includes(exercise.id))
      say(
        exercise,
        chapter,
        `it is asked nowhere in the chapter ${chapter}; expected <Exercise name="${exercise.id}" /> there`,
      );
  }

  const anchors = new Map(await Promise.all(chapters.map(async (one) => [one.id, await anchorsOf(one)] as const)));
  for (const entry of [...misconceptions, ...cards]) {
    const { chapter, anchor } = entry.data;
    const known = anchors.get(chapter.id);
    if (anchor !== undefined && known && !known.includes(anchor))
      say(entry, anchor, noSuch(`section or figure in the chapter ${chapter.id}`, anchor, known));
  }
  for (const card of cards) {
    const wrong = card.data.widget && wrongFigure(card.data.widget, chapters);
    if (wrong) say(card, card.data.widget!, wrong);
  }
  return [...new Set(found)];
}

let checked: Promise<string[]> | undefined;

/**
 * Checks the names of the whole content: once a build, and again for every page while one writes.
 * @throws RangeError with a line for each that is wrong
 */
export async function checkNames(): Promise<void> {
  if (import.meta.env.DEV) checked = undefined;
  const found = await (checked ??= problems());
  if (found.length > 0) throw new RangeError(found.join('\n'));
}
