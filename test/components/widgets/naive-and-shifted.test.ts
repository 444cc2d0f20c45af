import fc from 'fast-check';
import { expect, it } from 'vitest';
import { softmax } from 'logits';
import w from '../../../components/widgets/naive-and-shifted.ts';
import { rowsOf } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';

const at = (offset: number, z = [2, 1, 0.1]) => {
  const params = { z: rowsOf(['cat', 'dog', 'cow'], z), offset };
  return { ...params, ...w.values(params) };
};
const naive = (offset: number) => at(offset).classes.map((each) => each.naive);
const logits = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });

it('fails in four ways as the offset grows and falls, two of them without a NaN', () => {
  expect(at(0).fate).toBe('right');
  expect(at(707.5).fate).toBe('sum overflows');
  expect(naive(707.5)).toEqual([0, 0, 0]);
  expect(at(708).fate).toBe('overflow');
  expect(naive(708)[0]).toBeNaN();
  expect(at(-742).fate).toBe('coarse');
  expect(naive(-742).every(Number.isFinite)).toBe(true);
  expect(at(-748).fate).toBe('underflow');
  expect(naive(-748).every(Number.isNaN)).toBe(true);
});

it('keeps the shifted shares at any offset, and their sum between 1 and the number of classes', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: -2000, max: 2000 }), (z, offset) => {
      const { classes, held } = at(offset / 2, z);
      const right = softmax(z);
      classes.forEach(({ p }, i) => expect(Math.abs(p - right[i]!)).toBeLessThan(1e-11));
      expect(held).toBeGreaterThanOrEqual(1);
      expect(held).toBeLessThanOrEqual(3);
    }),
  );
});

it('says that both agree exactly where the naive shares are right to four decimals', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: -2000, max: 2000 }), (z, offset) => {
      const state = at(offset / 2, z);
      const agree = state.classes.every((each) => Math.abs(each.naive - each.p) <= 5e-5);
      expect(sentenceText(w.say(state)).includes('both formulas')).toBe(agree);
    }),
  );
});
