import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  answer,
  mergeCards,
  noCards,
  parseCards,
  review,
  undo,
  type Cards,
  type Grade,
  type Review,
} from '../../src/progress/cards.ts';
import { dayStart, daysAfter, daysLeft, queue, schedule, type Question } from '../../src/progress/schedule.ts';
import { merge, nothing, parseProgress } from '../../src/progress/progress.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const spring = Date.UTC(2026, 2, 1, 18);
const deck: Question[] = Array.from({ length: 12 }, (_, i) => ({
  id: `card-${i}`,
  exercises: i % 3 === 0 ? [`ex-${i}`] : [],
}));
const none = new Map<string, number>();

const grade = fc.constantFrom<Grade>(1, 2, 3, 4);
/** Time until the next answer: minutes, days, months; now and then the clock goes back, at times by years. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((n) => n * minute) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 120 }).map((n) => n * (day / 4)) },
  { weight: 1, arbitrary: fc.integer({ min: -800, max: 0 }).map((n) => n * day) },
);
const steps = fc.array(fc.tuple(grade, pause), { minLength: 1, maxLength: 60 });
const logOf = (taken: readonly [Grade, number][]) => {
  let now = spring;
  let log: Review[] = [];
  for (const [g, wait] of taken) {
    now = Math.max(day, now + wait);
    log = review(log, g, now);
  }
  return { log, now };
};
const at = fc.integer({ min: spring - 900 * day, max: spring });
const cards: fc.Arbitrary<Cards> = fc
  .record({
    reviews: fc.dictionary(
      fc.constantFrom('a', 'b', 'c', '__proto__x'),
      fc.array(fc.tuple(at, grade), { minLength: 1, maxLength: 6 }),
    ),
    limit: fc.nat(40),
    interview: fc.option(fc.constantFrom('2026-11-26', '2026-02-28'), { nil: undefined }),
    changed: fc.nat(3),
  })
  .map(({ reviews, limit, interview, changed }) =>
    parseCards({ reviews, settings: { limit, ...(interview && { interview }), at: changed } }),
  );

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('a schedule', () => {
  it('is a time within a year of the last answer, give or take the ends of two days, whatever the clock did', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { log, now } = logOf(taken);
        const { due, recall } = schedule(log, noCards().settings, now);
        expect(due).toBeGreaterThan(now);
        expect(due).toBeLessThanOrEqual(now + (365 + 2) * day);
        expect(recall).toBeGreaterThan(0);
        expect(recall).toBeLessThanOrEqual(1);
        log.forEach(([time], i) => i > 0 && expect(time).toBeGreaterThan(log[i - 1]![0]));
      }),
    );
  });

  it('puts a better answer no earlier than a worse one', () => {
    fc.assert(
      fc.property(steps, pause, fc.boolean(), (taken, wait, dated) => {
        const { log, now: last } = logOf(taken);
        const now = Math.max(day, last + wait);
        const settings = { ...noCards().settings, ...(dated && { interview: '2026-11-26' }) };
        const dues = ([1, 2, 3, 4] as const).map((g) => schedule(review(log, g, now), settings, now).due);
        expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      }),
    );
  });

  it('asks each card once more on the last day before an interview, or earlier', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { log, now } = logOf(taken);
        const interview = daysAfter(dayStart(now), 20);
        const date = new Date(interview);
        const two = (n: number) => String(n).padStart(2, '0');
        const settings = {
          ...noCards().settings,
          interview: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
        };
        expect(daysLeft(settings, now)).toBe(20);
        expect(schedule(log, settings, now).due).toBeLessThan(interview);
        expect(daysLeft(settings, interview + 2 * day)).toBeUndefined();
      }),
    );
  });

  it('brings a card forward when an exercise of its ideas was failed since', () => {
    const log = review([], 4, spring);
    const failed = spring + 2 * minute;
    expect(schedule(log, noCards().settings, failed, failed).due).toBe(failed);
    expect(schedule(log, noCards().settings, failed, spring - 1).due).toBeGreaterThan(failed);
  });

  it('says that a card that was never met has none', () => {
    expect(() => schedule([], noCards().settings, spring)).toThrow(/at least 1/);
  });
});

describe('years of reviews', () => {
  it('lose no card, stay within the limit of new cards, and can be written and read at any point', () => {
    const session = fc.tuple(pause, fc.array(fc.option(grade, { nil: undefined }), { maxLength: 25 }));
    fc.assert(
      fc.property(fc.array(session, { minLength: 20, maxLength: 60 }), fc.nat(5), (sessions, limit) => {
        let kept: Cards = { ...noCards(), settings: { limit, at: 1 } };
        let now = spring;
        let latest = now;
        for (const [wait, answers] of sessions) {
          now = Math.max(day, now + wait);
          for (const given of answers) {
            const line = queue(deck, kept, new Map([['ex-3', now - day]]), now);
            const all = [...line.due, ...line.fresh, ...line.soon];
            expect(new Set(all).size).toBe(all.length);
            expect(line.fresh.length).toBeLessThanOrEqual(limit);
            for (const { id } of deck) {
              const log = kept.reviews[id];
              if (!log) continue;
              const { due } = schedule(log, kept.settings, now);
              expect(due).toBeLessThanOrEqual(now + 367 * day);
            }
            const id = all[0];
            if (id === undefined) break;
            const before = kept;
            kept = answer(kept, id, given ?? 1, now);
            // An answer of nobody is one taken back.
            if (given === undefined) {
              kept = undo(kept, id, before.reviews[id] ?? [], kept.reviews[id]!);
              expect(kept).toEqual(before);
              break;
            }
            now += minute;
            latest = Math.max(latest, now);
          }
          kept = parseProgress(JSON.stringify({ ...nothing(), cards: kept })).progress.cards;
        }
        // Two years after the latest answer everything that was met is due, and what was not is still to be met.
        const later = queue(deck, kept, none, latest + 731 * day);
        expect(later.due.length + later.unmet).toBe(deck.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the queue', () => {
  const meet = (n: number, now: number) => {
    let kept: Cards = { ...noCards(), settings: { limit: 5, at: 1 } };
    for (let i = 0; i < n; i++) kept = answer(kept, `card-${i}`, 4, now + i);
    return kept;
  };

  it('counts new cards by the reader’s day, in every time zone and over a change of clocks', () => {
    for (const name of ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Auckland', 'Europe/Berlin']) {
      process.env['TZ'] = name;
      // Clocks change in Berlin on 2026-03-29 and in Los Angeles on 2026-03-08.
      for (const [month, date] of [
        [2, 29],
        [2, 8],
        [9, 25],
      ] as const) {
        const evening = new Date(2026, month, date - 1, 23, 50).getTime();
        const kept = meet(5, evening);
        expect(queue(deck, kept, none, evening + 60 * minute).fresh).toEqual([]);
        expect(queue(deck, kept, none, new Date(2026, month, date, 5).getTime()).fresh).toHaveLength(5);
      }
    }
  });

  it('counts the days before an interview in whole days, over a change of clocks, too', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const settings = { limit: 5, interview: '2026-03-30', at: 1 };
    expect(daysLeft(settings, new Date(2026, 2, 27, 23).getTime())).toBe(3);
    expect(daysLeft(settings, new Date(2026, 2, 29, 12).getTime())).toBe(1);
    expect(daysLeft(settings, new Date(2026, 2, 30, 9).getTime())).toBe(0);
  });

  it('meets first the cards whose exercise was failed', () => {
    expect(queue(deck, noCards(), new Map([['ex-9', spring]]), spring).fresh[0]).toBe('card-9');
  });

  it('asks the weakest card first when the interview is near', () => {
    let kept: Cards = { ...noCards(), settings: { limit: 5, interview: '2026-03-04', at: 1 } };
    kept = answer(kept, 'card-1', 4, spring - 40 * day);
    kept = answer(kept, 'card-2', 2, spring - 39 * day);
    kept = answer(kept, 'card-2', 2, spring - 38 * day);
    const { due } = queue(deck, kept, none, spring + day);
    const recall = due.map((id) => schedule(kept.reviews[id]!, kept.settings, spring + day).recall);
    expect(due).toHaveLength(2);
    expect(recall).toEqual(recall.toSorted((a, b) => a - b));
  });

  it('asks a card that the clock has left far ahead at once, and is no worse off when the clock comes back', () => {
    const kept = meet(1, spring);
    const back = queue(deck, kept, none, spring - 400 * day);
    expect(back.due).toEqual(['card-0']);
    expect(queue(deck, kept, none, spring + minute).due).toEqual([]);
  });
});

describe('undo', () => {
  it('takes back one answer and leaves those that another tab gave since', () => {
    const one = answer(noCards(), 'a', 1, spring);
    const two = answer(one, 'a', 3, spring + minute);
    expect(undo(two, 'a', [], one.reviews['a']!).reviews['a']).toEqual([[spring + minute, 3]]);
  });
});

describe('two records', () => {
  it('become one whichever comes first, and a second time changes nothing', () => {
    fc.assert(
      fc.property(cards, cards, cards, (a, b, c) => {
        const ab = mergeCards(a, b);
        expect(mergeCards(b, a)).toEqual(ab);
        expect(mergeCards(ab, b)).toEqual(ab);
        expect(mergeCards(a, a)).toEqual(a);
        expect(mergeCards(mergeCards(a, b), c)).toEqual(mergeCards(a, mergeCards(b, c)));
        for (const [id, log] of [...Object.entries(a.reviews), ...Object.entries(b.reviews)])
          expect(ab.reviews[id]).toEqual(expect.arrayContaining([...log]));
      }),
    );
  });

  it('keep their cards when one of them has none', () => {
    const ours = { ...nothing(), cards: answer(noCards(), 'a', 3, spring) };
    expect(merge(ours, nothing()).cards).toEqual(ours.cards);
    expect(merge(nothing(), ours).cards).toEqual(ours.cards);
  });
});

describe('a record that is read', () => {
  const right = { reviews: { good: [[1, 3]] }, settings: { limit: 4, at: 1, interview: '2026-11-26' } };
  it.each([
    [{ reviews: [] }, ['cards.reviews']],
    [{ reviews: { ...right.reviews, a: [] } }, ['cards.reviews.a']],
    [{ reviews: { ...right.reviews, a: [[1, 5]] } }, ['cards.reviews.a']],
    [{ reviews: { ...right.reviews, a: [[null, 1]] } }, ['cards.reviews.a']],
    [{ settings: { ...right.settings, limit: -1 } }, ['cards.settings.limit']],
    [{ settings: { ...right.settings, interview: '2026-02-30' } }, ['cards.settings.interview']],
    [{ settings: { ...right.settings, interview: 'Thursday' } }, ['cards.settings.interview']],
    [{ settings: 3 }, ['cards.settings']],
  ])('%# loses what is not right, and that alone', (wrong, fields) => {
    const lost: string[] = [];
    const read = parseCards({ ...right, ...wrong }, lost);
    expect(lost).toEqual(fields);
    if (!lost.includes('cards.reviews')) expect(read.reviews).toEqual(right.reviews);
    const { settings } = read;
    if (!lost.includes('cards.settings')) {
      if (!lost.includes('cards.settings.limit')) expect(settings.limit).toBe(4);
      if (!lost.includes('cards.settings.interview')) expect(settings.interview).toBe('2026-11-26');
    }
  });

  it('keeps the right answers of a card beside a wrong one', () => {
    const lost: string[] = [];
    expect(
      parseCards(
        {
          ...right,
          reviews: {
            a: [
              [1, 3],
              [2, 9],
            ],
          },
        },
        lost,
      ).reviews,
    ).toEqual({ a: [[1, 3]] });
    expect(lost).toEqual(['cards.reviews.a']);
  });
});
