import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, noCards, type Cards } from '../../src/progress/cards.ts';
import { leftUnmet, paceFor } from '../../src/progress/plan.ts';
import { dayStart, daysAfter, daysLeft, queue } from '../../src/progress/schedule.ts';

const noon = dayStart(Date.UTC(2026, 2, 1, 12)) + 8 * 60 * 60_000;
const none = new Map<string, number>();
const deckOf = (size: number) => Array.from({ length: size }, (_, i) => ({ id: `card-${i}`, exercises: [] }));
const two = (n: number) => String(n).padStart(2, '0');

function dated(limit: number, left: number): Cards {
  const day = new Date(daysAfter(dayStart(noon), left));
  const interview = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return { ...noCards(), settings: { limit, interview, at: 1 } };
}

/** Meets new cards, at most so many, as the queue offers them at a time. */
function meet(deck: ReturnType<typeof deckOf>, cards: Cards, at: number, most = Infinity): Cards {
  return queue(deck, cards, none, at)
    .fresh.slice(0, most)
    .reduce((kept, id, i) => answer(kept, id, 3, at + i), cards);
}

describe('a plan', () => {
  const sizes = fc.record({
    size: fc.nat(90),
    limit: fc.nat(40),
    other: fc.nat(40),
    left: fc.integer({ min: 1, max: 9 }),
    met: fc.nat(40),
  });

  it('leaves as many cards as are left when it is walked day by day, whatever was met today', () => {
    fc.assert(
      fc.property(sizes, ({ size, limit, other, left, met }) => {
        const deck = deckOf(size);
        // Some are met today under another limit, which the reader then changes.
        let kept = meet(deck, dated(other, left), noon, met);
        kept = { ...kept, settings: { ...kept.settings, limit } };
        const now = noon + 60_000;
        expect(daysLeft(kept.settings, now)).toBe(left);
        const promised = leftUnmet(queue(deck, kept, none, now), limit, left);
        for (let day = 0; day < left; day++) kept = meet(deck, kept, daysAfter(now, day));
        expect(queue(deck, kept, none, daysAfter(now, left)).unmet).toBe(promised);
      }),
      { numRuns: 150 },
    );
  });

  it('names the lowest pace that meets all', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(60), fc.integer({ min: 1, max: 20 }), (unmet, metToday, left) => {
        const pace = paceFor({ unmet, metToday }, left);
        expect(leftUnmet({ unmet, metToday }, pace, left)).toBe(0);
        if (pace > 0) expect(leftUnmet({ unmet, metToday }, pace - 1, left)).toBeGreaterThan(0);
      }),
    );
  });

  it('counts today’s new cards once: 9 of 10 met today and one day left leave 62 of 72', () => {
    expect(leftUnmet({ unmet: 63, metToday: 9 }, 10, 1)).toBe(62);
    expect(leftUnmet({ unmet: 63, metToday: 9 }, 10, 2)).toBe(52);
  });

  it('promises nothing for the rest of a day whose limit is used up: 32 met of 72 at 32 a day leave 8 in two days', () => {
    expect(leftUnmet({ unmet: 40, metToday: 32 }, 32, 2)).toBe(8);
    expect(paceFor({ unmet: 40, metToday: 32 }, 2)).toBe(36);
  });
});
