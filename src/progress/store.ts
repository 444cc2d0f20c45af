/**
 * What a reader has done, kept on the reader's machine only: one record under one key, with a version. Every change
 * reads the record afresh, so two tabs don't overwrite each other; a storage that is closed, full or corrupt is told
 * of once and costs nothing else.
 */
import { mergeCards, noCards, parseCards, type Cards } from './cards.ts';

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

export interface Progress {
  version: 2;
  exercises: Record<string, Done>;
  /** Cells by page and place: `/softmax/#cell-2`. */
  cells: Record<string, Edit>;
  /** The answers to interview cards; see cards.ts. */
  cards: Cards;
  /** The page and section that the reader was last at. */
  last?: { path: string; title: string; at: number };
}

export const key = 'from-logits-to-probabilities';

export const nothing = (): Progress => ({ version: 2, exercises: {}, cells: {}, cards: noCards() });

/** What makes a record of the next version: the first of them turns version 1 into version 2. */
const migrations: ((record: Record<string, unknown>) => Record<string, unknown>)[] = [
  // The first records knew no interview cards.
  (record) => ({ cards: noCards(), ...record }),
];

export interface Store {
  /** The record as it stands. */
  read(): Progress;
  /** Changes the record: `change` gets the newest one and returns what it becomes. */
  update(change: (now: Progress) => Progress): void;
  /** What is wrong with the storage, in words for the reader, once there is something. */
  problem(): string | undefined;
}

/** Opens the record in a storage; without one (private mode, blocked) it lives as long as the page. */
export function openStore(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): Store {
  let memory = nothing();
  let problem = storage
    ? undefined
    : 'This browser keeps nothing for this page, so what you do here is gone when you close it.';
  /** Whether the storage still has what this page knows. */
  let kept = storage !== undefined;
  /** What stands in the storage and can't be read: it is set aside before anything is written over it. */
  let unreadable: string | undefined;
  const read = (): Progress => {
    if (!storage || !kept) return memory;
    let text: string | null;
    try {
      text = storage.getItem(key);
    } catch {
      problem ??= 'This browser does not let the page read what it kept, so earlier progress is not shown.';
      return memory;
    }
    if (text === null) return memory;
    try {
      return (memory = parseProgress(text));
    } catch (error) {
      unreadable = text;
      problem ??= `What was kept here could not be read (${(error as Error).message}). It is set aside, and you begin anew.`;
      return memory;
    }
  };
  return {
    read,
    update(change) {
      memory = change(read());
      if (!storage) return;
      try {
        if (unreadable !== undefined) storage.setItem(`${key} (unreadable)`, unreadable);
        unreadable = undefined;
        storage.setItem(key, JSON.stringify(memory));
        kept = true;
      } catch {
        kept = false;
        problem ??=
          'The storage of this browser is full or closed, so what you do from here on is gone when you close the page.';
      }
    },
    problem: () => problem,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The largest record that is read or imported, in characters. */
const largest = 5_000_000;

/**
 * Reads a record, from storage or from a file, and checks every field of it.
 * @throws Error with the field, what was expected and what stood there
 */
export function parseProgress(text: string): Progress {
  if (text.length > largest) throw new RangeError(`${text.length} characters; expected at most ${largest}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError('not JSON, or only half of it; expected a file that was exported here');
  }
  const expect = (right: boolean, field: string, expected: string): void => {
    if (!right) throw new TypeError(`${field} is not right; expected ${expected}`);
  };
  expect(isRecord(value), 'the record', 'an object');
  const { version } = value as Record<string, unknown>;
  const newest = migrations.length + 1;
  expect(
    Number.isInteger(version) && (version as number) >= 1 && (version as number) <= newest,
    `version ${String(version)}`,
    `a version from 1 to ${newest}: this may be the file of another program, or of a newer course`,
  );
  const record = migrations
    .slice((version as number) - 1)
    .reduce((older, migrate) => migrate(older), value as Record<string, unknown>);
  const progress = nothing();
  const entries = (field: string): [string, unknown][] => {
    expect(isRecord(record[field]), field, 'an object');
    return Object.entries(record[field] as object).filter(([name]) => name !== '__proto__');
  };
  for (const [name, one] of entries('exercises')) {
    expect(
      isRecord(one) && (one['state'] === 'tried' || one['state'] === 'done') && Number.isFinite(one['at']),
      `exercises.${name}`,
      '{ state: tried or done, at: a time }',
    );
    const { state, at } = one as unknown as Done;
    progress.exercises[name] = { state, at };
  }
  for (const [name, one] of entries('cells')) {
    expect(
      isRecord(one) &&
        typeof one['code'] === 'string' &&
        typeof one['from'] === 'string' &&
        ['string', 'undefined'].includes(typeof one['own']),
      `cells.${name}`,
      '{ code, from: texts }',
    );
    const { code, from, own, sent } = one as unknown as Edit;
    progress.cells[name] = { code, from, ...(own !== undefined && { own }), ...(sent && { sent: true }) };
  }
  progress.cards = parseCards(record['cards']);
  if (record['last'] !== undefined) {
    const last = record['last'];
    expect(
      isRecord(last) &&
        // A page of this site: what came in a file leads nowhere else.
        typeof last['path'] === 'string' &&
        /^\/(?![/\\])/.test(last['path']) &&
        typeof last['title'] === 'string' &&
        Number.isFinite(last['at']),
      'last',
      '{ path, title, at }',
    );
    const { path, title, at } = last as unknown as NonNullable<Progress['last']>;
    progress.last = { path, title, at };
  }
  return progress;
}

/** Two records as one: of each thing the further or the newer. */
export function merge(ours: Progress, theirs: Progress): Progress {
  const exercises = { ...ours.exercises };
  for (const [name, one] of Object.entries(theirs.exercises)) {
    const known = exercises[name];
    if (!known || (known.state === one.state ? one.at > known.at : one.state === 'done')) exercises[name] = one;
  }
  const newer = (ours.last?.at ?? 0) >= (theirs.last?.at ?? 0) ? ours.last : theirs.last;
  return {
    version: 2,
    exercises,
    cells: { ...theirs.cells, ...ours.cells },
    cards: mergeCards(ours.cards, theirs.cards),
    ...(newer && { last: newer }),
  };
}
