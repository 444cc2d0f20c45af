import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyond, dot3, movedBefore, seenFrom, viewFrom, type Triple } from '../../../components/draw/space.ts';

const turn = fc.double({ min: -180, max: 180, noNaN: true });
const tilt = fc.double({ min: -90, max: 90, noNaN: true });
const x = fc.double({ min: -10, max: 10, noNaN: true });
const point = fc.tuple(x, x, x) as fc.Arbitrary<Triple>;

describe('a space seen from far away', () => {
  it('has a right, an up and a toward of length 1, at right angles, whatever the eye', () => {
    fc.assert(
      fc.property(turn, tilt, (turn, tilt) => {
        const { right, up, toward } = viewFrom(turn, tilt);
        for (const one of [right, up, toward]) expect(dot3(one, one)).toBeCloseTo(1, 12);
        for (const [a, b] of [
          [right, up],
          [up, toward],
          [toward, right],
        ] as const)
          expect(dot3(a, b)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('shows what lies on one line of sight as one point', () => {
    fc.assert(
      fc.property(turn, tilt, point, x, (turn, tilt, point, t) => {
        const view = viewFrom(turn, tilt);
        const [here, there] = [seenFrom(view, point), seenFrom(view, beyond(point, view.toward, t))];
        here.forEach((at, i) => expect(there[i]).toBeCloseTo(at, 9));
      }),
    );
  });

  it('moves a point where it is seen to move, and no nearer', () => {
    fc.assert(
      fc.property(turn, tilt, point, x, x, (turn, tilt, point, right, up) => {
        const view = viewFrom(turn, tilt);
        const moved = movedBefore(view, point, right, up);
        const [[x0, y0], [x1, y1]] = [seenFrom(view, point), seenFrom(view, moved)];
        expect(x1 - x0).toBeCloseTo(right, 9);
        expect(y1 - y0).toBeCloseTo(up, 9);
        expect(dot3(view.toward, moved)).toBeCloseTo(dot3(view.toward, point), 9);
      }),
    );
  });

  it('keeps the third axis upright, and lets the first two go left and right from between them', () => {
    const view = viewFrom(45, 30);
    expect(seenFrom(view, [0, 0, 1])[0]).toBeCloseTo(0, 12);
    expect(seenFrom(view, [0, 0, 1])[1]).toBeGreaterThan(0);
    expect(seenFrom(view, [1, 0, 0])[0]).toBeLessThan(0);
    expect(seenFrom(view, [0, 1, 0])[0]).toBeGreaterThan(0);
  });
});
