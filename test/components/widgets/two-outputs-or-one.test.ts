import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import outputs from '../../../components/widgets/two-outputs-or-one.ts';
import { rowsOf, valuesOf, type Drawing, type Row } from '../../../components/widget/contract.ts';
import { settle } from '../../../components/widget/state.ts';

type P = { w1: Row[]; w2: Row[]; lambda: number };
const weights = (name: string, x: number, y: number) => rowsOf([`${name}₁`, `${name}₂`], [x, y]);
const tenth = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const params = fc
  .tuple(tenth, tenth, tenth, tenth, fc.constantFrom(0.01, 0.1, 1))
  .map(([a, b, c, d, lambda]): P => ({ w1: weights('w₁', a, b), w2: weights('w₂', c, d), lambda }));
const drag = (outputs.draw!['weights'] as Extract<Drawing<any, any>, { still: unknown }>).drag as (
  params: P,
  values: unknown,
  at: { x: number; y: number },
  from: { x: number; y: number },
) => P;
const after = (name: string, p: P): P =>
  settle(outputs, outputs.actions![name as never]!['do'](p as never, outputs.values(p as never) as never)) as P;
const difference = (p: P) => outputs.values(p as never).difference;

describe('two outputs or one', () => {
  it('gives both models the same loss on the points', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { lossTwo, lossOne } = outputs.values(p as never);
        expect(lossTwo).toBeCloseTo(lossOne, 12);
      }),
    );
  });

  it('keeps the difference, and so the loss, when both vectors are carried', () => {
    fc.assert(
      fc.property(params, tenth, tenth, (p, x, y) => {
        const [a, b] = [valuesOf(p.w1), valuesOf(p.w2)];
        const from = { x: 9, y: 9 };
        const carried = drag(p, {}, { x: from.x + x, y: from.y + y }, from);
        expect(settle(outputs, carried)).toEqual(carried);
        difference(carried).forEach((value, i) => expect(value).toBeCloseTo(a[i]! - b[i]!, 9));
      }),
    );
  });

  it('moves the tip that is taken, alone', () => {
    const p = { w1: weights('w₁', 1.4, 0.6), w2: weights('w₂', 0.2, -0.4), lambda: 0.1 };
    const moved = drag(p, {}, { x: -1, y: 1 }, { x: 0.2, y: -0.4 });
    expect(moved.w1).toEqual(p.w1);
    expect(valuesOf(moved.w2)).toEqual([-1, 1]);
  });

  it('centered, charges two outputs half of what it charges one, for the same predictions', () => {
    fc.assert(
      fc.property(params, (p) => {
        const centered = after('center', p);
        const { decayTwo, decayOne } = outputs.values(centered as never);
        expect(decayTwo).toBeCloseTo(decayOne / 2, 9);
        difference(centered).forEach((value, i) => expect(value).toBeCloseTo(difference(p)[i]!, 9));
      }),
    );
  });

  it('trains each model to its least loss and decay, as far as three decimals go', () => {
    fc.assert(
      fc.property(params, (p) => {
        const one = outputs.values(after('trainOne', p) as never).totalOne;
        const two = outputs.values(after('trainTwo', p) as never).totalTwo;
        const here = outputs.values(p as never);
        expect(one).toBeLessThanOrEqual(here.totalOne + 1e-6);
        expect(two).toBeLessThanOrEqual(here.totalTwo + 1e-6);
      }),
    );
  });

  it('lets two outputs grow a longer difference under the same decay', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { lengthTwo, lengthOne } = outputs.values(p as never);
        expect(lengthTwo).toBeGreaterThan(lengthOne);
        expect(Math.hypot(...difference(after('trainTwo', p)))).toBeCloseTo(lengthTwo, 2);
        expect(Math.hypot(...difference(after('trainOne', p)))).toBeCloseTo(lengthOne, 2);
      }),
    );
  });
});
