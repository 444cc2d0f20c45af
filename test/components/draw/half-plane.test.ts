import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfPlane, type Pair } from '../../../components/draw/half-plane.ts';

/** The area of a polygon, by the shoelace formula. */
const area = (corners: Pair[]): number =>
  Math.abs(
    corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

const coordinate = fc.double({ min: -4, max: 4, noNaN: true });

describe('a half-plane in a square', () => {
  it('cuts the diagonal', () => {
    const { inside, border } = halfPlane([1, -1], 0, 2);
    expect(border).toHaveLength(2);
    for (const [x, y] of border) expect(x).toBe(y);
    expect(area(inside)).toBe(8);
  });

  it('and its complement make up the square', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (a1, a2, c) => {
        const one = halfPlane([a1, a2], c, 3).inside;
        const other = halfPlane([-a1, -a2], -c, 3).inside;
        fc.pre(a1 !== 0 || a2 !== 0 || c !== 0);
        expect(area(one) + area(other)).toBeCloseTo(36, 6);
      }),
    );
  });

  it('has a border that lies on the line, inside of the square', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (a1, a2, c) => {
        for (const [x, y] of halfPlane([a1, a2], c, 3).border) {
          expect(a1 * x + a2 * y).toBeCloseTo(c, 9);
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3 + 1e-9);
        }
      }),
    );
  });
});
