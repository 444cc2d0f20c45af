import fc from 'fast-check';
import { expect, it } from 'vitest';
import w from '../../../components/widgets/online-softmax.ts';
import { rowsOf, valuesOf } from '../../../components/widget/contract.ts';

const labels = ['z1', 'z2', 'z3', 'z4', 'z5', 'z6'];
const at = (z: number[], read: number) => w.values({ z: rowsOf(labels, z), read });
const six = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });

it('ends where two passes end, but for the last digits', () => {
  fc.assert(
    fc.property(six, (z) => {
      const { sEnd, twoPass, mEnd, twoPassMax } = at(z, 6);
      expect(mEnd).toBe(twoPassMax);
      expect(Math.abs(sEnd - twoPass)).toBeLessThan(1e-14 * twoPass);
    }),
  );
});

it('keeps the sum between 1 and the number of logits read', () => {
  fc.assert(
    fc.property(six, fc.integer({ min: 1, max: 6 }), (z, read) => {
      const { s, m } = at(z, read);
      expect(s).toBeGreaterThanOrEqual(1);
      expect(s).toBeLessThanOrEqual(read);
      expect(m).toBe(Math.max(...z.slice(0, read)));
    }),
  );
});

it('shows numbers that make the step true: s = s before × scale + added', () => {
  fc.assert(
    fc.property(six, fc.integer({ min: 1, max: 6 }), (z, read) => {
      const { s, sBefore, scale, added } = at(z, read);
      expect(s).toBe(sBefore * scale + added);
    }),
  );
});

it('rescales at each logit in rising order, and never in falling order', () => {
  const params = { z: rowsOf(labels, [998, 1000, 999, 1003, 1001, 1002]), read: 6 };
  const scales = (name: 'rising' | 'falling') => {
    const sorted = w.actions![name]!.do(params, w.values(params));
    expect(sorted.z.map(({ label }) => label)).toEqual(labels);
    expect(valuesOf(sorted.z).toSorted()).toEqual(valuesOf(params.z).toSorted());
    return w
      .values(sorted)
      .states.slice(1)
      .map(({ scale }) => scale < 1);
  };
  expect(scales('rising')).toEqual([true, true, true, true, true]);
  expect(scales('falling')).toEqual([false, false, false, false, false]);
});
