import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, fixed, operand, percent, scientific, tex, text, vector } from 'logits';

describe('a number with fixed decimals', () => {
  it.each([
    [0.65900114, '0.6590'],
    [0, '0.0000'],
    [-0, '−0'],
    [1, '1.0000'],
    [-2, '−2.0000'],
    [4.2483e-18, '4.25\u00a0×\u00a010⁻¹⁸'],
    [-1e-9, '−1.00\u00a0×\u00a010⁻⁹'],
    [0.99999, '1 − 1.0\u00a0×\u00a010⁻⁵'],
    [12345678, '1.23\u00a0×\u00a010⁷'],
    [Infinity, 'Infinity'],
    [-Infinity, '−Infinity'],
    [NaN, 'NaN'],
    [5e-324, '4.94\u00a0×\u00a010⁻³²⁴'],
    [1.7976931348623157e308, '1.80\u00a0×\u00a010³⁰⁸'],
  ])('%d reads %s', (x, written) => {
    expect(fixed(x)).toBe(written);
  });

  it('never reads as 0 or 1 what is neither', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 1, max: 6 }), (x, decimals) => {
        const written = fixed(x, decimals);
        if (/^[−]?0\.0+$/.test(written)) expect(x).toBe(0);
        if (/^1\.0+$/.test(written)) expect(x).toBe(1);
      }),
      { numRuns: 2000 },
    );
    expect(fixed(1 - 2 ** -53)).not.toBe('1.0000');
  });
});

describe('a number in running text', () => {
  it.each([
    [2, '2'],
    [0.1 + 0.2, '0.3'],
    [1234.5678, '1235'],
    [22026.4657948, '22030'],
    [1e-5, '1\u00a0×\u00a010⁻⁵'],
    [0.99999, '1 − 1.0\u00a0×\u00a010⁻⁵'],
    [-0.5, '−0.5'],
    [1.7976931348623157e308, '1.798\u00a0×\u00a010³⁰⁸'],
    [9.99999e-5, '0.0001'],
  ])('%d reads %s', (x, written) => {
    expect(text(x)).toBe(written);
  });
});

it('exact digits read back as the same float', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const plain = exact(x)
        .replaceAll('−', '-')
        .replace(
          /\u00a0×\u00a010([⁻⁰-⁹¹²³]+)/,
          (_, digits: string) =>
            `e${digits.replace('⁻', '-').replace(/[⁰¹²³⁴-⁹]/g, (d) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(d)))}`,
        );
      return Object.is(Number(plain), x);
    }),
    { numRuns: 1000 },
  );
});

it('percentages never reach 0 or 100 before the probability does', () => {
  expect([0, 1e-9, 0.0004, 0.5, 0.667, 0.99961, 1 - 2 ** -53, 1].map((p) => percent(p))).toEqual([
    '0.0\u00a0%',
    '<\u00a00.1\u00a0%',
    '<\u00a00.1\u00a0%',
    '50.0\u00a0%',
    '66.7\u00a0%',
    '>\u00a099.9\u00a0%',
    '>\u00a099.9\u00a0%',
    '100.0\u00a0%',
  ]);
});

it('what a formula shows is the same number in TeX', () => {
  expect(tex(fixed(-4.2483e-18))).toBe('-4.25 \\times  10^{-18}');
  expect(tex('Infinity')).toBe('\\infty ');
  expect(tex(percent(0.5))).toBe('50.0 \\%');
});

it('negative operands stand in parentheses', () => {
  expect([operand(fixed(-2, 1)), operand(fixed(2, 1)), operand(fixed(-Infinity))]).toEqual([
    '(−2.0)',
    '2.0',
    '(−Infinity)',
  ]);
});

it('vectors and scientific notation use the same signs', () => {
  expect(vector([2, -1])).toBe('[2.0000, −1.0000]');
  expect(scientific(-1234.5)).toBe('−1.23\u00a0×\u00a010³');
});

it('no number has a space at which it could break over two lines, but those around an operator', () => {
  fc.assert(
    fc.property(fc.double(), fc.double({ min: 0, max: 1, noNaN: true }), (x, p) => {
      for (const written of [fixed(x), text(x), exact(x), scientific(x), percent(p)])
        expect(written.replace(/^1 [−+] /, '')).not.toContain(' ');
    }),
  );
});
