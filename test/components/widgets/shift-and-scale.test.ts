import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import scale from '../../../components/widgets/shift-and-scale.ts';
import type { AnyWidget } from '../../../components/widget/contract.ts';
import { startOf, stateOf } from '../../../components/widget/state.ts';

const w = scale as AnyWidget;
const logits = fc.array(
  fc.integer({ min: -50, max: 50 }).map((x) => x / 10),
  { minLength: 4, maxLength: 4 },
);
const shares = (given: string): number[] => stateOf(w, startOf(w, given)).classes.map(({ p }: { p: number }) => p);

describe('shift and scale', () => {
  it('moves no share by a shift', () => {
    fc.assert(
      fc.property(logits, fc.integer({ min: -100, max: 100 }), (z, c) => {
        const before = shares(`z=${z}`);
        shares(`z=${z}&c=${c}`).forEach((p, i) => expect(p).toBeCloseTo(before[i]!, 10));
      }),
    );
  });

  it('keeps the winners at every temperature', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.05, max: 50, noNaN: true }), (z, T) => {
        const p = shares(`z=${z}&T=${T}`);
        const { winners } = stateOf(w, startOf(w, `z=${z}`));
        const labels = ['cat', 'dog', 'cow', 'zebra'];
        const best = Math.max(...p);
        for (const winner of winners) expect(p[labels.indexOf(winner)]).toBe(best);
      }),
    );
  });

  it('shares the whole among those that tie, in the cold, and among all, in the heat', () => {
    const start = startOf(w, 'T=0.05');
    const tied = w.actions!['tie']!.do(start, w.values(start));
    const cold = stateOf(w, tied).classes.map(({ p }: { p: number }) => p);
    [0.5, 0.5, 0, 0].forEach((p, i) => expect(cold[i]).toBeCloseTo(p, 9));
    for (const p of shares('T=1000')) expect(p).toBeCloseTo(0.25, 2);
  });
});
