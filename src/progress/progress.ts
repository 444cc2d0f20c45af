/**
 * The record of what a reader has done: what it holds, how older ones become today's, how it is read and how two
 * become one. Pure. A field that is not right costs that field, never the rest.
 */
import { isLanguage, type Language } from '../languages.ts';
import { sameSite } from '../same-site.ts';
import { isRecord, isTime, mergeCards, noCards, parseCards, type Cards } from './cards.ts';

/** An exercise as far as the reader got. */
export interface Done {
  state: 'tried' | 'done';
  /** When it last changed, in milliseconds since 1970. */
  at: number;
}

/** A cell's code as the reader left it, and the author's code that it grew from. */
export interface Edit {
  code: string;
  from: string;
  /** The reader's own code, where code that came by address stands in its place. */
  own?: string;
  /** Whether the code came by address and was not run since: it runs only when that very cell is asked for. */
  sent?: true;
}

/** One answer to an exercise. */
export interface Attempt {
  exercise: string;
  /** When, in milliseconds since 1970. */
  at: number;
  /** What came of it: `open` where a check was ended before it could say. */
  verdict: 'right' | 'wrong' | 'open';
  /** How many hints had been opened by then, the solution among them. */
  hints: number;
  /** The language of the code; without one, TypeScript. */
  language?: string;
}

/** What the code of an exercise is kept under: each language has its own, and that of TypeScript was there first. */
export const placeOfCode = (exercise: string, language: Language): string =>
  `exercise:${exercise}${language === 'typescript' ? '' : `/${language}`}`;

/** What a room of the interview keeps of itself: it alone knows what that means, and checks it when it reads it. */
export interface Kept {
  at: number;
  state: unknown;
}

export interface Progress {
  version: 3;
  exercises: Record<string, Done>;
  /** Code, by exercise and language (`placeOfCode`), and cells by page and name: `/softmax/#cell-shift-and-scale`; by place, `/softmax/#cell-2`, until their page takes them over. */
  cells: Record<string, Edit>;
  /** The answers to interview cards; see cards.ts. */
  cards: Cards;
  /** A mock interview that goes on, a whiteboard's clock, answers typed before comparing, by room. */
  rooms: Record<string, Kept>;
  /** The latest answers to exercises, the earliest first. */
  attempts: readonly Attempt[];
  /** The language that the reader chose last. */
  language?: Language;
  /** The page and section that the reader was last at. */
  last?: { path: string; title: string; at: number };
}

/** The most attempts that are kept: when there are more, the earliest go. */
export const mostAttempts = 500;

export const nothing = (): Progress => ({
  version: 3,
  exercises: {},
  cells: {},
  cards: noCards(),
  rooms: {},
  attempts: [],
});

type Older = Record<string, unknown>;

/** What makes a record of the next version: the first of them turns version 1 into version 2. */
const migrations: ((record: Older) => Older)[] = [
  // The first records knew no interview cards.
  (record) => ({ cards: noCards(), ...record }),
  // The second knew neither rooms nor attempts.
  (record) => ({ rooms: {}, attempts: [], ...record }),
];

/** The largest record that is read or imported, in characters. */
const largest = 5_000_000;

const isDone = (one: unknown): one is Done =>
  isRecord(one) && (one['state'] === 'tried' || one['state'] === 'done') && isTime(one['at']);

const isEdit = (one: unknown): one is Edit =>
  isRecord(one) &&
  typeof one['code'] === 'string' &&
  typeof one['from'] === 'string' &&
  ['string', 'undefined'].includes(typeof one['own']) &&
  (one['sent'] === undefined || one['sent'] === true);

const isKept = (one: unknown): one is Kept => isRecord(one) && isTime(one['at']) && 'state' in one;

const isAttempt = (one: unknown): one is Attempt =>
  isRecord(one) &&
  typeof one['exercise'] === 'string' &&
  isTime(one['at']) &&
  ['right', 'wrong', 'open'].includes(one['verdict'] as string) &&
  Number.isInteger(one['hints']) &&
  ['string', 'undefined'].includes(typeof one['language']);

/** A place on this site, whichever that is: what came in a file leads nowhere else. */
const isPlace = (one: unknown): one is NonNullable<Progress['last']> =>
  isRecord(one) &&
  typeof one['path'] === 'string' &&
  sameSite(one['path'], 'https://course.invalid/') !== undefined &&
  typeof one['title'] === 'string' &&
  isTime(one['at']);

/** What is known of a thing, and no more. */
const only = <T extends object>(one: T, ...names: (keyof T)[]): T =>
  Object.fromEntries(names.filter((name) => one[name] !== undefined).map((name) => [name, one[name]])) as T;

/**
 * Reads a record, from storage or from a file, and checks every field of it.
 * @returns the record, and the names of the fields that were not right and are left out
 * @throws Error where nothing can be read, with what was expected and what stood there
 */
export function parseProgress(text: string): { progress: Progress; lost: string[] } {
  if (text.length > largest) throw new RangeError(`${text.length} characters; expected at most ${largest}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError('not JSON, or only half of it; expected a file that was exported here');
  }
  if (!isRecord(value)) throw new TypeError('the record is not right; expected an object');
  const version = value['version'] as number;
  const newest = migrations.length + 1;
  if (!(Number.isInteger(version) && version >= 1 && version <= newest))
    throw new TypeError(
      `version ${String(version)} is not right; expected a version from 1 to ${newest}: this may be the file of another program, or of a newer course`,
    );
  const record = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), value);
  const lost: string[] = [];
  const entries = <T extends object>(
    field: string,
    right: (one: unknown) => one is T,
    ...names: (keyof T)[]
  ): Record<string, T> => {
    const all = record[field];
    if (typeof all !== 'object' || all === null) {
      lost.push(field);
      return {};
    }
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, one]) => {
        if (name === '__proto__') return [];
        if (right(one)) return [[name, only(one, ...names)]];
        lost.push(`${field}.${name}`);
        return [];
      }),
    );
  };
  const progress: Progress = {
    version: 3,
    exercises: entries('exercises', isDone, 'state', 'at'),
    cells: entries('cells', isEdit, 'code', 'from', 'own', 'sent'),
    cards: parseCards(record['cards'], lost),
    rooms: entries('rooms', isKept, 'at', 'state'),
    attempts: addAttempts(
      [],
      Object.values(entries('attempts', isAttempt, 'exercise', 'at', 'verdict', 'hints', 'language')),
    ),
  };
  const { language, last } = record;
  if (isLanguage(language)) progress.language = language;
  else if (language !== undefined) lost.push('language');
  if (isPlace(last)) progress.last = only(last, 'path', 'title', 'at');
  else if (last !== undefined) lost.push('last');
  return { progress, lost };
}

/** The names of fields that were left out, as a sentence can hold them. */
export const fieldsIn = (lost: readonly string[]): string =>
  lost.slice(0, 5).join(', ') + (lost.length > 5 ? ` and ${lost.length - 5} more` : '');

/** Adds answers to those that are known, in the order of time, and lets the earliest go where there are too many. */
export function addAttempts(known: readonly Attempt[], more: readonly Attempt[]): Attempt[] {
  const all = new Map([...known, ...more].map((one) => [`${one.at} ${one.exercise} ${one.verdict}`, one]));
  return [...all]
    .sort(([a, { at }], [b, { at: other }]) => at - other || (a < b ? -1 : 1))
    .map(([, one]) => one)
    .slice(-mostAttempts);
}

/** Two records as one: of each thing the further or the newer. */
export function merge(ours: Progress, theirs: Progress): Progress {
  const exercises = { ...ours.exercises };
  for (const [name, one] of Object.entries(theirs.exercises)) {
    const known = exercises[name];
    if (!known || (known.state === one.state ? one.at > known.at : one.state === 'done')) exercises[name] = one;
  }
  const rooms = { ...ours.rooms };
  for (const [name, one] of Object.entries(theirs.rooms))
    if (!(rooms[name] && rooms[name].at >= one.at)) rooms[name] = one;
  const language = ours.language ?? theirs.language;
  const newer = (ours.last?.at ?? 0) >= (theirs.last?.at ?? 0) ? ours.last : theirs.last;
  return {
    version: 3,
    exercises,
    cells: { ...theirs.cells, ...ours.cells },
    cards: mergeCards(ours.cards, theirs.cards),
    rooms,
    attempts: addAttempts(ours.attempts, theirs.attempts),
    ...(language && { language }),
    ...(newer && { last: newer }),
  };
}
