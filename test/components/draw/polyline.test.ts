import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplified } from '../../../components/draw/polyline.ts';

type Point = readonly [x: number, y: number];
const points = (d: string): Point[] =>
  d
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number) as unknown as Point);
const path = (line: readonly Point[]) => `M${line.join('L')}`;

/** The distance of a point from a piece of a line. */
function off([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

describe('simplified', () => {
  const pixel = fc.integer({ min: -3000, max: 3000 }).map((tenths) => tenths / 10);
  const jagged = fc.array(fc.tuple(pixel, pixel), { minLength: 1, maxLength: 40 });
  const gentle = fc
    .array(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 60 })
    .map((steps) => steps.map((step, i): Point => [4 * i, 100 + step / 10]));

  it('keeps both ends, and passes no corner by a tenth of a pixel', () => {
    fc.assert(
      fc.property(fc.oneof(jagged, gentle), (line) => {
        const kept = points(simplified(path(line)));
        expect(kept[0]).toEqual(line[0]);
        expect(kept.at(-1)).toEqual(line.at(-1));
        for (const corner of line) {
          const nearest = kept.map((point, i) => off(corner, point, kept[i + 1] ?? point));
          expect(Math.min(...nearest)).toBeLessThan(0.1);
        }
      }),
    );
  });

  it('draws a straight line from end to end, each piece of a path by itself', () => {
    expect(simplified('M0,0L1,1L2,2L10,10M0,5L5,5L9,5Z')).toBe('M0,0L10,10M0,5L9,5Z');
    expect(simplified('M0,0L10,0L5,0')).toBe('M0,0L10,0L5,0');
  });

  it('leaves what is not all straight lines as it is', () => {
    for (const d of ['M0,0A4,4 0 0 1 8,8', 'M0,0L1,1C2,2 3,3 4,4', '']) expect(simplified(d)).toBe(d);
  });
});
