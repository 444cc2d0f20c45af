import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, softmax } from 'logits';
import w from '../../../components/widgets/which-shift.ts';
import { rowsOf } from '../../../components/widget/contract.ts';

const names = ['float64', 'float32', 'bfloat16', 'float16'] as const;
const paramsAt = (z: number[], c = 0, format: (typeof names)[number] = 'float64') => ({
  z: rowsOf(['cat', 'dog', 'cow'], z),
  c,
  format,
});
const fates = (params: ReturnType<typeof paramsAt>) =>
  Object.fromEntries(w.values(params).choices.map(({ lane, fate }) => [lane, fate]));
const logit = fc.double({ min: -1500, max: 1500, noNaN: true });

it('knows the safe zone of float64', () => {
  const { from, to } = w.values(paramsAt([0, 0, 0]));
  expect(from).toBeCloseTo(-745.1332191019411, 10);
  expect(to).toBeCloseTo(709.782712893384, 10);
});

it('tells the failures apart', () => {
  expect(fates(paramsAt([1000, 1000, 1000])).own).toBe('overflow: NaN');
  expect(fates(paramsAt([-1000, -1001, -1002])).own).toBe('0/0: NaN');
  expect(fates(paramsAt([709.5, 709.5, 0])).own).toBe('the sum overflows: 0');
  expect(fates(paramsAt([-742, -743, -744])).own).toBe('too few bits left');
});

describe.each(names)('in %s', (format) => {
  it('the maximum survives any finite logits, with its sum between 1 and their number', () => {
    fc.assert(
      fc.property(fc.tuple(logit, logit, logit), logit, (z, c) => {
        const { choices, held } = w.values(paramsAt(z, c, format));
        expect(choices[0]!.fate).toBe('survives');
        expect(held).toBeGreaterThanOrEqual(1);
        expect(held).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('the minimum, the first and the mean never end in 0/0', () => {
    fc.assert(
      fc.property(fc.tuple(logit, logit, logit), (z) => {
        const { max, mean, min, first } = fates(paramsAt(z, 0, format));
        for (const fate of [max, mean, min, first]) expect(fate).not.toBe('0/0: NaN');
      }),
    );
  });

  it('the buttons break the choices that they name, and no other', () => {
    const start = paramsAt([0, 0, 0], 0, format);
    const after = (name: 'breakMin' | 'breakFirst' | 'breakMean') => {
      const { max, mean, min, first } = fates(w.actions![name]!.do(start, w.values(start)));
      return [max, mean, first, min].map((fate) => fate === 'survives');
    };
    expect(after('breakMin')).toEqual([true, true, true, false]);
    expect(after('breakFirst')).toEqual([true, true, false, false]);
    expect(after('breakMean')).toEqual([true, false, false, false]);
  });
});

it.each(['float64', 'float32'] as const)('what survives is softmax, as far as %s holds it', (format) => {
  // Rounding the logits and their differences moves a share by at most this much.
  const slack = 4 * 3000 * formats[format].epsilon;
  fc.assert(
    fc.property(fc.tuple(logit, logit, logit), (z) => {
      const right = softmax(z);
      for (const { fate, p } of w.values(paramsAt(z, 0, format)).choices) {
        if (fate === 'survives') p.forEach((pi, i) => expect(Math.abs(pi - right[i]!)).toBeLessThan(slack));
      }
    }),
  );
});
