import { describe, expect, test } from 'vitest';
import {
  logSoftmax,
  naiveLogSoftmax,
  naiveLogSumExp,
  naiveSigmoid,
  naiveSigmoidExpForm,
  naiveSoftmax,
  sigmoid,
  softmax,
  softmaxShiftedBy,
  ulpDistance,
} from 'logits';

const logits = [2, 1, 0.1];

describe('where nothing overflows, the naive forms agree with the others', () => {
  test('to a few units', () => {
    const pairs = [
      [naiveSoftmax(logits), softmax(logits)],
      [softmaxShiftedBy(logits, 2), softmax(logits)],
      [naiveLogSoftmax(logits), logSoftmax(logits)],
      [
        [naiveSigmoid(1.5), naiveSigmoidExpForm(-3)],
        [sigmoid(1.5), sigmoid(-3)],
      ],
    ] as [ArrayLike<number>, ArrayLike<number>][];
    for (const [naive, right] of pairs) {
      for (let i = 0; i < right.length; i++) expect(ulpDistance(naive[i]!, right[i]!)).toBeLessThan(8);
    }
    expect(naiveLogSumExp(logits)).toBeCloseTo(2.4170300162778335, 14);
  });
});

describe('naive softmax fails', () => {
  test.each([
    ['∞/∞', [1000, 1000, 1000], [NaN, NaN, NaN]],
    ['0/0', [-1000, -1001, -1002], [NaN, NaN, NaN]],
    ['one overflow', [0, 1000], [0, NaN]],
    ['only the sum overflows, and no NaN warns', [709.5, 709.5], [0, 0]],
  ])('%s', (_, z, expected) => {
    expect([...naiveSoftmax(z)]).toEqual(expected);
    const p = [...softmax(z)];
    expect(p.some(Number.isNaN)).toBe(false);
  });

  test('after subtracting anything but the maximum', () => {
    const z = [-800, 0, 800];
    const mean = 0;
    expect([...softmaxShiftedBy(z, mean)]).toEqual([0, 0, NaN]);
    expect([...softmaxShiftedBy(z, Math.min(...z))]).toEqual([0, NaN, NaN]);
    expect([...softmaxShiftedBy(z, Math.max(...z))]).toEqual([0, 0, 1]);
    expect([...softmaxShiftedBy([0, 1], 1000)]).toEqual([NaN, NaN]);
  });
});

describe('naive log-sum-exp, log of softmax and sigmoid fail', () => {
  test('where the exponentials leave the range', () => {
    expect(naiveLogSumExp([1000, 0])).toBe(Infinity);
    expect(naiveLogSumExp([-1000, -1000])).toBe(-Infinity);
    expect([...naiveLogSoftmax([-746, 0])]).toEqual([-Infinity, 0]);
    expect([...logSoftmax([-746, 0])]).toEqual([-746, 0]);
  });

  test('e^z/(1 + e^z) for large z, 1/(1 + e^−z) for very negative z', () => {
    expect(naiveSigmoidExpForm(709.7827128933841)).toBe(NaN);
    expect(naiveSigmoidExpForm(709.782712893384)).toBe(1);
    expect(naiveSigmoid(800)).toBe(1);
    expect(naiveSigmoid(-709.7827128933841)).toBe(0);
    expect(naiveSigmoid(-745.1332191019411)).toBe(0);
    expect(sigmoid(-745.1332191019411)).toBe(5e-324);
  });
});
