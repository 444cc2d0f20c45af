import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, expIn, formatNames, textbookSigmoidIn } from '../../../components/draw/float-formats.ts';
import { round } from '../../../src/math/index.ts';

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
