import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begin,
  end,
  fitting,
  grade,
  isLast,
  isOut,
  keepGoing,
  mark,
  next,
  onTable,
  readSession,
  report,
  spentOf,
  tick,
  timeFor,
  write,
  type Grade,
  type Question,
  type Session,
} from '../../../components/interview/session.ts';

const deck: Question[] = Array.from({ length: 9 }, (_, i) => ({
  id: `card-${i}`,
  level: ['screen', 'onsite', 'specialist'][i % 3]!,
  topics: [['sigmoid'], ['softmax', 'loss'], ['loss']][(i * 2) % 3]!,
  points: [`point ${i}a`, `point ${i}b`, `point ${i}c`],
  followUps: [`and ${i}?`, `but ${i}?`],
}));
const all = { levels: ['screen', 'onsite', 'specialist'], topics: ['sigmoid', 'softmax', 'loss'], minutes: 10 };
const lowest = () => 0;
const minutes = (n: number) => n * 60_000;

/** What a reader and a clock may do, in any order and however senseless. */
type Doing = (session: Session) => Session;
const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const aDoing: fc.Arbitrary<{ doing: Doing; says: string }> = fc.oneof(
  { weight: 4, arbitrary: chances.map((c) => ({ says: 'next', doing: (s: Session) => next(s, deck, () => c) })) },
  {
    weight: 3,
    arbitrary: fc
      .double({ min: -1e5, max: minutes(14), noNaN: true })
      .map((ms) => ({ says: `tick ${ms}`, doing: (s: Session) => tick(s, ms) })),
  },
  fc.string().map((text) => ({ says: `type ${text}`, doing: (s: Session) => write(s, text) })),
  fc.tuple(fc.nat(2), fc.boolean()).map(([i, had]) => ({
    says: `mark ${i} ${had}`,
    doing: (s: Session) => mark(s, deck.find(({ id }) => id === onTable(s).card)!.points[i]!, had),
  })),
  fc.constantFrom<Grade>(0, 1, 2).map((how) => ({ says: `grade ${how}`, doing: (s: Session) => grade(s, how) })),
  fc.constant({ says: 'keep going', doing: keepGoing }),
);
const doings = fc.array(aDoing, { maxLength: 60 });
/** Every session on the way, the first of them just begun. */
const walk = (steps: { doing: Doing }[]): Session[] =>
  steps.reduce((way, { doing }) => [...way, doing(way.at(-1)!)], [begin(deck, all, lowest)]);
const restored = (session: Session): Session => readSession(JSON.parse(JSON.stringify(session)), deck);

describe('a mock interview', () => {
  it('asks every card that fits once, before any topic comes twice as often as it must', () => {
    let session = begin(deck, { ...all, levels: ['screen', 'onsite'] }, lowest);
    const fit = fitting(deck, { ...all, levels: ['screen', 'onsite'] });
    while (!session.over) session = next(session, deck, lowest);
    expect(session.asked.map(({ card }) => card).sort()).toEqual(fit.map(({ id }) => id).sort());
    const first = session.asked.slice(0, 2).flatMap(({ card }) => deck.find(({ id }) => id === card)!.topics);
    expect(new Set(first).size).toBe(first.length);
  });

  it('is refused where nothing fits, and promises no more questions than there are', () => {
    expect(() => begin(deck, { ...all, topics: [] }, lowest)).toThrow('choice: no card fits; expected a level');
    expect(timeFor(72, 20)).toBe(5);
    expect(timeFor(3, 20)).toBe(3);
  });

  it('goes from question to answer to follow-up to reply to the next question', () => {
    const way = walk(Array.from({ length: 4 }, () => ({ doing: (s: Session) => next(s, deck, lowest) })));
    expect(way.map(({ step, asked }) => `${asked.length} ${step}`)).toEqual([
      '1 question',
      '1 answer',
      '1 follow-up',
      '1 reply',
      '2 question',
    ]);
  });

  it('is the same when it is kept and read again at any point, whatever was done and is done then', () => {
    fc.assert(
      fc.property(doings, doings, fc.boolean(), (before, after, ended) => {
        const here = walk(before).at(-1)!;
        const session = ended ? end(here) : here;
        expect(restored(session)).toEqual(session);
        const on = (from: Session) => after.reduce((now, { doing }) => doing(now), from);
        expect(on(restored(session))).toEqual(on(session));
      }),
    );
  });

  it('never lets time run backwards, and gives all of it to the questions', () => {
    fc.assert(
      fc.property(doings, (steps) => {
        const way = walk(steps);
        way.slice(1).forEach((session, i) => {
          expect(spentOf(session)).toBeGreaterThanOrEqual(spentOf(way[i]!));
          const before = way[i]!.asked;
          before.slice(0, -1).forEach((asked, j) => expect(session.asked[j]).toBe(asked));
        });
        expect(report(end(way.at(-1)!), deck).spent).toBe(spentOf(way.at(-1)!));
      }),
    );
  });

  it('reports every answered card with what was typed, marked and graded, whenever it ends', () => {
    fc.assert(
      fc.property(doings, (steps) => {
        const session = end(walk(steps).at(-1)!);
        const { results, had, points } = report(session, deck);
        const answered = session.asked.filter(
          ({ typed }, i) => typed.trim() !== '' || i < session.asked.length - 1 || session.step !== 'question',
        );
        expect(results.map(({ card, typed, spent }) => ({ card, typed, spent }))).toEqual(
          answered.map(({ card, typed, spent }) => ({ card, typed, spent })),
        );
        results.forEach((result, i) => {
          const asked = answered[i]!;
          expect(new Set(result.had)).toEqual(new Set(asked.had));
          if (result.compared) expect(result.had.length + result.missed.length).toBe(3);
          if (asked.replied !== '') expect(result.followUp!.typed).toBe(asked.replied);
          expect(result.followUp?.grade).toBe(asked.grade);
        });
        expect(had).toBe(results.reduce((sum, one) => sum + one.had.length, 0));
        expect(points).toBe(3 * results.filter(({ compared }) => compared).length);
      }),
    );
  });

  it('loses nothing when time is up, and ends after the question or goes on, as the reader chooses', () => {
    fc.assert(
      fc.property(doings, (steps) => {
        const session = walk(steps).at(-1)!;
        const late = tick(session, minutes(20));
        if (!session.over) expect(late).toEqual({ ...session, asked: late.asked });
        expect(late.asked.map(({ spent: _, ...rest }) => rest)).toEqual(
          session.asked.map(({ spent: _, ...rest }) => rest),
        );
        if (late.over) return;
        const going = keepGoing(late);
        expect(isOut(going)).toBe(false);
        expect(going).toEqual({ ...late, overtime: true });
        const through = (from: Session) => {
          let now = from;
          do now = next(now, deck, lowest);
          while (!now.over && now.step !== 'question');
          return now;
        };
        expect(through(going).over).toBe(going.ahead.length === 0);
        if (isOut(late)) expect(isLast(late) && through(late).over).toBe(true);
      }),
    );
  });

  it('does not mind the choice to keep going before time is up', () => {
    const session = begin(deck, all, lowest);
    expect(keepGoing(session)).toBe(session);
    expect(isOut(tick(session, minutes(10) - 1))).toBe(false);
    expect(isOut(tick(session, minutes(10)))).toBe(true);
  });

  it('puts the weakest topic first, and the cards with the most missed points', () => {
    const answer = (session: Session, had: number, how: Grade) => {
      const { points } = deck.find(({ id }) => id === onTable(session).card)!;
      let now = next(session, deck, lowest);
      for (const point of points.slice(0, had)) now = mark(now, point, true);
      now = next(next(now, deck, lowest), deck, lowest);
      return next(grade(now, how), deck, lowest);
    };
    const begun = begin(deck, all, lowest);
    const session = [3, 1, 2].reduce((now, had) => answer(now, had, 2), begun);
    const { topics, weak, had, points } = report(session, deck);
    expect([had, points]).toEqual([6, 9]);
    expect(weak).toEqual([session.asked[1]!.card, session.asked[2]!.card]);
    const shares = topics.map((score) => score.had / score.points);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(report(answer(begun, 3, 1), deck).weak).toEqual([begun.asked[0]!.card]);
    expect(report(answer(begun, 3, 2), deck).weak).toEqual([]);
  });
});

describe('a session that was kept', () => {
  const session = JSON.parse(JSON.stringify(mark(next(begin(deck, all, lowest), deck, lowest), 'point 0a', true)));
  const first = session.asked[0];

  it.each([
    ['nothing', null, 'session: null; expected an object'],
    ['a number', 3, 'session: 3; expected an object'],
    ['no minutes', { ...session, minutes: 0 }, 'minutes: 0; expected a number above 0'],
    ['an unknown step', { ...session, step: 'lunch' }, 'step: "lunch"; expected question, answer, follow-up, reply'],
    ['no question', { ...session, asked: [] }, 'asked: []; expected at least one question'],
    ['a card that has gone', { ...session, ahead: ['gone'] }, 'card: "gone"; expected one of the deck, once'],
    ['a card twice', { ...session, ahead: [first.card] }, 'card: "card-0"; expected one of the deck, once'],
    [
      'a point that has gone',
      { ...session, asked: [{ ...first, had: ['x'] }] },
      'had: "x"; expected a point of card-0',
    ],
    ['another follow-up', { ...session, asked: [{ ...first, followUp: 'x' }] }, 'followUp: "x"; expected a follow-up'],
    ['time that is none', { ...session, asked: [{ ...first, spent: -1 }] }, 'spent: -1; expected milliseconds'],
    ['no text', { ...session, asked: [{ ...first, typed: 3 }] }, 'typed: 3; expected text'],
    ['a missing field', { ...session, over: undefined }, 'over: undefined; expected true or false'],
  ])('is refused with what was wrong: %s', (_, kept, message) => {
    expect(() => readSession(kept, deck)).toThrow(message);
  });

  it('is read without what it does not know', () => {
    expect(readSession({ ...session, more: 1, asked: [{ ...first, more: 1 }] }, deck)).toEqual(session);
  });

  it('is refused or read, and never anything else, whatever stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(session)), (value, field) => {
        for (const kept of [value, { ...session, [field]: value }]) {
          let read: Session | undefined;
          try {
            read = readSession(kept, deck);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
          if (read) expect(report(read, deck).spent).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
