import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expIn, formatNames } from '../../../components/draw/float-formats.ts';
import { bitsOfValue } from '../../../components/widget/contract.ts';
import { authorOf, startOf } from '../../../components/widget/state.ts';
import anatomy from '../../../components/widgets/float-anatomy.ts';
import { formats } from '../../../src/math/index.ts';

const format = fc.constantFrom(...formatNames);

describe('float-anatomy', () => {
  const author = authorOf(anatomy) as Parameters<typeof anatomy.values>[0];

  it('reads the parts of a finite float as its value', () => {
    fc.assert(
      fc.property(format, fc.double({ noNaN: true }), (name, x) => {
        const { value, field, fraction } = anatomy.values({ ...author, format: name, x: bitsOfValue(x, name) });
        fc.pre(Number.isFinite(value));
        const { bias, fractionBits } = formats[name];
        const significand = (field === 0 ? 0 : 1) + fraction / 2 ** fractionBits;
        // In two factors: 2^1023 and 2^−1074 are floats, their exponents halved make no difference.
        const power = Math.max(field, 1) - bias;
        const half = Math.trunc(power / 2);
        expect(Math.abs(value)).toBe(significand * 2 ** half * 2 ** (power - half));
      }),
    );
  });

  it('draws the neighbors in order, each at its distance', () => {
    fc.assert(
      fc.property(format, fc.double({ noNaN: true }), (name, x) => {
        const { value, neighbors, spacing } = anatomy.values({ ...author, format: name, x: bitsOfValue(x, name) });
        fc.pre(!Number.isNaN(value));
        expect(neighbors.some(({ at }) => at === 0)).toBe(true);
        for (const [i, { at, value: v }] of neighbors.entries()) {
          if (i > 0) expect(at).toBeGreaterThan(neighbors[i - 1]!.at);
          if (Number.isFinite(value) && Number.isFinite(v)) expect(at).toBe((v - value) / spacing);
        }
      }),
    );
  });

  it('keeps the value when the format changes, rounded once, and every pattern while it does not', () => {
    const there = startOf(anatomy, 'format=float64&x=0.1');
    expect(anatomy.values(there as typeof author).value).toBe(0.1);
    expect(anatomy.params.x.clamp(there['x'], { format: 'float16' })).toEqual(bitsOfValue(0.1, 'float16'));
    const nan = { format: 'float16', row: '1111110000000001' } as const;
    expect(anatomy.params.x.clamp(nan, { format: 'float16' })).toEqual(nan);
  });

  it('lands on the float nearest to e^z', () => {
    const after = anatomy.actions!['land']!.do(
      { ...author, format: 'bfloat16', z: 5 },
      anatomy.values({ ...author, format: 'bfloat16', z: 5 }),
    );
    expect(anatomy.values(after).value).toBe(expIn(5, 'bfloat16'));
  });
});
