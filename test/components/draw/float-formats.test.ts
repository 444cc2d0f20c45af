import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, expIn, formatNames, sharesIn, textbookSigmoidIn } from '../../../components/draw/float-formats.ts';
import { round, trace, ulpDistance } from '../../../src/math/index.ts';

const format = fc.constantFrom(...formatNames);

describe('the ends of each format', () => {
  it('e^z is 0 below the last nonzero one, and a number up to the overflow', () => {
    fc.assert(
      fc.property(format, fc.double({ min: -1000, max: 1000, noNaN: true }), (name, z) => {
        const { overflowLogit, lastNonzero } = endsOf(name);
        const e = expIn(z, name);
        const stored = round(z, name);
        expect(e === 0).toBe(stored < lastNonzero);
        expect(Number.isFinite(e)).toBe(stored < overflowLogit);
      }),
    );
  });

  it('textbook code is 1 from its place on, and never before', () => {
    fc.assert(
      fc.property(format, fc.double({ min: 0, max: 50, noNaN: true }), (name, z) => {
        expect(textbookSigmoidIn(z, name) === 1).toBe(round(z, name) >= endsOf(name).naiveSigmoidIsOne);
      }),
    );
  });
});

describe('softmax in a format', () => {
  it('has the values of the traced evaluation, rounded correctly at every step, but for an ulp of float64', () => {
    const logits = fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(format, logits, fc.boolean(), (name, z, shifted) => {
        const { result, steps } = trace(shifted ? 'softmax' : 'naiveSoftmax', z, name);
        const stored = z.map((one) => round(one, name));
        const { e, sum, p } = sharesIn(stored, shifted ? Math.max(...stored) : 0, name);
        const traced = (letter: string) =>
          steps.filter((step) => step.name.startsWith(letter)).map((step) => step.value);
        const pairs = [
          ...[...e, ...p].map((x, i) => [x, [...traced('e_'), ...result][i]!]),
          [sum, traced('s').at(-1)!],
        ];
        for (const [x, y] of pairs as [number, number][])
          if (!Object.is(x, y)) expect(ulpDistance(x, y, name)).toBeLessThanOrEqual(name === 'float64' ? 2 : 0);
      }),
    );
  });
});
