/** When an interview card is asked again, by FSRS, from its answers alone. Pure: whoever asks says what time it is. */
import { createEmptyCard, fsrs, State, type Card } from 'ts-fsrs';
import type { Cards, Review, Settings } from './cards.ts';

/** What the schedule needs to know of a card of the deck. */
export interface Question {
  id: string;
  /** The exercises that meet a wrong idea which the card meets, too. */
  exercises: readonly string[];
}

const day = 24 * 60 * 60_000;
/** The day of a reader starts at four in the morning. */
const morning = 4;

const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  learning_steps: ['1m', '10m'],
  relearning_steps: ['10m'],
});

/** When the reader's day began, in the time zone of this machine. */
export function dayStart(now: number): number {
  const date = new Date(now);
  date.setHours(date.getHours() < morning ? morning - 24 : morning, 0, 0, 0);
  return date.getTime();
}

/** The start of the day that is `days` after the one of `start`; days of 23 and 25 hours count as days. */
export function daysAfter(start: number, days: number): number {
  const date = new Date(start);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

/** When the day of the interview begins; undefined without one, and once it is over. */
export function interviewDay({ interview }: Settings, now: number): number | undefined {
  if (!interview) return undefined;
  const [year, month, date] = interview.split('-').map(Number) as [number, number, number];
  const start = new Date(year, month - 1, date, morning).getTime();
  return now < daysAfter(start, 1) ? start : undefined;
}

/** How many days are left before the day of the interview, today included; undefined without one. */
export function daysLeft(settings: Settings, now: number): number | undefined {
  const start = interviewDay(settings, now);
  return start === undefined ? undefined : Math.max(0, Math.round((start - dayStart(now)) / day));
}

/** A card's state after its answers; undefined for a card that was never met. */
function remembered(log: readonly Review[]): Card | undefined {
  if (log.length === 0) return undefined;
  return log.reduce<Card>(
    (card, [at, grade]) => scheduler.next(card, new Date(at), grade).card,
    createEmptyCard(new Date(log[0]![0])),
  );
}

export interface Schedule {
  /** When it is asked again, in milliseconds since 1970. */
  due: number;
  /** Whether it is still in steps of minutes. */
  learning: boolean;
  /** How likely it is remembered at the interview, or else now: 0 to 1. */
  recall: number;
}

/**
 * When a card is asked again.
 * @param log its answers; at least one
 * @param failed when an exercise of its ideas was last failed, if one stands so
 * @throws RangeError for a card that was never met
 */
export function schedule(log: readonly Review[], settings: Settings, now: number, failed?: number): Schedule {
  const card = remembered(log);
  if (!card) throw new RangeError('a schedule of 0 reviews; expected at least 1: a card that was never met is new');
  const last = log.at(-1)![0];
  const interview = interviewDay(settings, now);
  const recall = scheduler.get_retrievability(card, new Date(Math.max(last, interview ?? now)), false);
  const learning = card.state === State.Learning || card.state === State.Relearning;
  let due = card.due.getTime();
  // The clock has gone back since: whatever the schedule says lies too far ahead.
  if (last > now + day) due = now;
  // Every card once more on the last day before the interview, or earlier.
  const lastDay = interview === undefined ? undefined : daysAfter(interview, -1);
  if (lastDay !== undefined && last < lastDay) due = Math.min(due, lastDay);
  if (failed !== undefined && failed > last) due = Math.min(due, failed);
  return { due, learning, recall };
}

export interface Queue {
  /** Due cards, in the order in which they are asked. */
  due: string[];
  /** Cards to be met for the first time today. */
  fresh: string[];
  /** Cards that come back within minutes, and when the first does. */
  soon: string[];
  soonAt?: number;
  /** Cards that were never met, whether today's limit allows them or not. */
  unmet: number;
  /** Cards that were met for the first time today. */
  metToday: number;
  /** When the next card is due after today, if any is scheduled. */
  next?: number;
}

/** From this many days before the interview on, the weakest card is asked first. */
const cram = 3;

/**
 * What is asked today: what is due until the day ends, then as many new cards as the limit leaves.
 * @param deck the cards in the order in which new ones are met
 * @param failed exercises that stand as tried and not done, and since when
 */
export function queue(
  deck: readonly Question[],
  cards: Cards,
  failed: ReadonlyMap<string, number>,
  now: number,
): Queue {
  const start = dayStart(now);
  const end = daysAfter(start, 1);
  const due: { id: string; due: number; recall: number }[] = [];
  const soon: { id: string; due: number }[] = [];
  const unmet: { id: string; failed: boolean }[] = [];
  let metToday = 0;
  let next = Infinity;
  for (const { id, exercises } of deck) {
    const log = cards.reviews[id] ?? [];
    const since = Math.max(...exercises.map((name) => failed.get(name) ?? -Infinity));
    if (log.length === 0) {
      unmet.push({ id, failed: since > -Infinity });
      continue;
    }
    if (log[0]![0] >= start && log[0]![0] < end) metToday++;
    const one = schedule(log, cards.settings, now, since);
    if (one.due <= now || (!one.learning && one.due < end)) due.push({ id, ...one });
    else if (one.learning && one.due < end) soon.push({ id, due: one.due });
    else next = Math.min(next, one.due);
  }
  const left = daysLeft(cards.settings, now);
  const cramming = left !== undefined && left <= cram;
  due.sort((a, b) => (cramming ? a.recall - b.recall : 0) || a.due - b.due);
  soon.sort((a, b) => a.due - b.due);
  // Sorting is stable: those of a failed exercise first, the others in the order of the deck.
  unmet.sort((a, b) => Number(b.failed) - Number(a.failed));
  return {
    due: due.map(({ id }) => id),
    fresh: unmet.slice(0, Math.max(0, cards.settings.limit - metToday)).map(({ id }) => id),
    soon: soon.map(({ id }) => id),
    ...(soon[0] && { soonAt: soon[0].due }),
    unmet: unmet.length,
    metToday,
    ...(next < Infinity && { next }),
  };
}
