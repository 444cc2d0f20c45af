/**
 * The answers to interview cards. Kept are only the facts, which card was answered when and how well; what is due
 * follows from them (schedule.ts), so no schedule can be out of date or damaged, and two records merge as sets do.
 */

/** How well a card was answered: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** An answer: when, in milliseconds since 1970, and how well. */
export type Review = readonly [at: number, grade: Grade];

export interface Settings {
  /** How many cards a day may be met for the first time. */
  limit: number;
  /** The day of the interview, such as 2026-11-26, wherever the reader is. */
  interview?: string;
  /** When this was last changed, in milliseconds since 1970. */
  at: number;
}

export interface Cards {
  /** By card, from the first review to the last. */
  reviews: Record<string, readonly Review[]>;
  settings: Settings;
}

export const noCards = (): Cards => ({ reviews: {}, settings: { limit: 10, at: 0 } });

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

/**
 * Adds an answer. A clock that has gone back would put it before earlier ones: those are moved to just before it, so
 * that the last is the last.
 */
export function review(log: readonly Review[], grade: Grade, now: number): Review[] {
  const moved = log.map(([at, g], i): Review => [Math.max(0, Math.min(at, now - (log.length - i))), g]);
  return [...moved, [now, grade]];
}

/** Adds an answer to the record. */
export const answer = (cards: Cards, id: string, grade: Grade, now: number): Cards => ({
  ...cards,
  reviews: { ...cards.reviews, [id]: review(cards.reviews[id] ?? [], grade, now) },
});

/**
 * Takes the last answer back.
 * @param before the card's answers as they were
 * @param after the card's answers as that answer left them
 */
export function undo(cards: Cards, id: string, before: readonly Review[], after: readonly Review[]): Cards {
  const log = cards.reviews[id] ?? [];
  const [at, grade] = after.at(-1)!;
  // Another tab may have answered the same card since: then only the one answer goes.
  const rest = same(log, after) ? before : log.filter((one) => one[0] !== at || one[1] !== grade);
  const { [id]: _, ...others } = cards.reviews;
  return { ...cards, reviews: rest.length > 0 ? { ...others, [id]: rest } : others };
}

const same = (a: readonly Review[], b: readonly Review[]): boolean => JSON.stringify(a) === JSON.stringify(b);

const inOrder = (log: readonly Review[]): Review[] =>
  [...log]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter(([at, grade], i, all) => i === 0 || at !== all[i - 1]![0] || grade !== all[i - 1]![1]);

/** Two records as one: the answers of both, and the newer settings. Which comes first makes no difference. */
export function mergeCards(ours: Cards, theirs: Cards): Cards {
  const reviews: Record<string, readonly Review[]> = {};
  for (const id of [...new Set([...Object.keys(ours.reviews), ...Object.keys(theirs.reviews)])].sort())
    reviews[id] = inOrder([...(ours.reviews[id] ?? []), ...(theirs.reviews[id] ?? [])]);
  const [a, b] = [ours.settings, theirs.settings];
  const rank = ({ interview, limit }: Settings) => `${interview ?? ''} ${String(limit).padStart(4, '0')}`;
  const newer = a.at === b.at ? rank(a) >= rank(b) : a.at > b.at;
  return { reviews, settings: newer ? a : b };
}

/** Whether a value is an object with names. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Times that a Date can hold, with room for a schedule after them. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 8.6e15;

/** The most new cards a day. */
export const mostNew = 999;

const isReview = (one: unknown): one is Review =>
  Array.isArray(one) && one.length === 2 && isTime(one[0]) && [1, 2, 3, 4].includes(one[1] as number);

/**
 * Checks the cards of a record that was read, and leaves out what is not right.
 * @param lost takes up the names of what was left out
 */
export function parseCards(value: unknown, lost: string[] = []): Cards {
  const cards = noCards();
  const { reviews, settings } = isRecord(value) ? value : {};
  if (isRecord(reviews))
    for (const [id, log] of Object.entries(reviews)) {
      if (id === '__proto__') continue;
      const right = Array.isArray(log) ? log.filter(isReview) : [];
      if (right.length > 0) cards.reviews[id] = inOrder(right);
      if (right.length === 0 || right.length < (log as unknown[]).length) lost.push(`cards.reviews.${id}`);
    }
  else lost.push('cards.reviews');
  if (!isRecord(settings)) {
    lost.push('cards.settings');
    return cards;
  }
  const { limit, interview, at } = settings;
  if (Number.isInteger(limit) && (limit as number) >= 0 && (limit as number) <= mostNew)
    cards.settings.limit = limit as number;
  else lost.push('cards.settings.limit');
  if (typeof interview === 'string' && isDay(interview)) cards.settings.interview = interview;
  else if (interview !== undefined) lost.push('cards.settings.interview');
  if (isTime(at)) cards.settings.at = at;
  else lost.push('cards.settings.at');
  return cards;
}
