import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import simplex from '../../../components/widgets/simplex.ts';
import type { AnyWidget, PlotDrawing } from '../../../components/widget/contract.ts';
import { settle, startOf, stateOf } from '../../../components/widget/state.ts';

const w = simplex as AnyWidget;
const drag = (w.draw!['triangle'] as PlotDrawing<any, any>).drag as (
  params: unknown,
  values: unknown,
  at: { x: number; y: number },
  from: { x: number; y: number },
) => Record<string, any>;
const height = Math.sqrt(3) / 2;
const to = (params: Record<string, any>, x: number, y: number) =>
  settle(w, drag(params, w.values(params), { x, y }, { x, y }));
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('the triangle of three classes', () => {
  it('puts the point where it is dragged, and keeps the mean of the logits', () => {
    const share = fc.integer({ min: 2, max: 90 });
    fc.assert(
      fc.property(share, share, share, fc.double({ min: 0.5, max: 8, noNaN: true }), (a, b, c, T) => {
        const p = [a, b, c].map((x) => x / (a + b + c));
        const start = { ...startOf(w), T };
        const params = to(start, p[1]! + p[2]! / 2, p[2]! * height);
        const shown = stateOf(w, params).classes.map((row: { p: number }) => row.p);
        p.forEach((x, i) => expect(shown[i]).toBeCloseTo(x, 1));
        const mean = ({ z }: Record<string, any>) => sum(z.map(({ value }: { value: number }) => value)) / 3;
        expect(mean(params)).toBeCloseTo(mean(start), 1);
      }),
    );
  });

  it('stays inside when the pointer leaves it', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (x, y) => {
        for (const { p } of stateOf(w, to(startOf(w), x, y)).classes) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThan(1);
        }
      }),
    );
  });
});
