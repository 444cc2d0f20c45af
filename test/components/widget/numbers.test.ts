import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseList, parseNumber, printNumber, Unreadable } from '../../../components/widget/numbers.ts';

describe('a typed number', () => {
  it.each([
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    ['+2', 2],
    ['−2', -2],
    ['–2', -2],
    ['1_000', 1000],
    ['0x1f', 31],
    ['0b101', 5],
    ['0o17', 15],
    ['  7 ', 7],
    ['1E-3', 0.001],
    ['inf', Infinity],
    ['-inf', -Infinity],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['math.inf', Infinity],
    ['-np.inf', -Infinity],
    ["float('inf')", Infinity],
    ["float('-inf')", -Infinity],
    ['Number.NEGATIVE_INFINITY', -Infinity],
    ['Number.POSITIVE_INFINITY', Infinity],
    ['nan', NaN],
    ['NaN', NaN],
    ['float("nan")', NaN],
    ['-0', -0],
  ])('%s is read as JavaScript or Python would', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '1e',
    'abc',
    '1__0',
    '--1',
    '1.2.3',
    '0x',
    '<b>1</b>',
    '1 2',
    'e5',
    '.',
    '1,234,567',
    'toString',
    '__proto__',
    'constructor',
  ])('%j is not guessed: the message says what was expected', (typed) => {
    expect(() => parseNumber(typed)).toThrow(Unreadable);
    expect(() => parseNumber(typed)).toThrow(/expected/);
  });

  it('speaks of inf where that is taken, and nowhere else', () => {
    expect(() => parseNumber('abc')).toThrow(/like 1\.5, −2 or 1e3\.$/);
    expect(() => parseNumber('abc', true)).toThrow(/like 1\.5, −2, 1e3 or inf\.$/);
  });

  it.each([
    ['１．５', 1.5],
    ['－２', -2],
    ['١٫٥', 1.5],
    ['\u061c-١٬٠٠٠', -1000],
    ['۲', 2],
    ['१.५', 1.5],
    ['𝟏𝟗', 19],
  ])('%s is read as the keyboard of another script has it', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it('never guesses at a power', () => {
    expect(() => parseNumber('10²')).toThrow(/is not a number/);
  });

  it('asks about a decimal comma', () => {
    expect(() => parseNumber('0,5')).toThrow(/two ways; write 0\.5/);
  });

  it('is read back from what was printed, bit for bit', () => {
    fc.assert(fc.property(fc.double(), (x) => Object.is(parseNumber(printNumber(x)), x)));
  });
});

describe('a pasted list', () => {
  it.each([
    ['1, 2, 3', [1, 2, 3]],
    ['[2, 1, 0.1]', [2, 1, 0.1]],
    ['[0,5]', [0, 5]],
    ['1 2\n3\t4', [1, 2, 3, 4]],
    ['1; 2; -inf', [1, 2, -Infinity]],
    ['tensor([2.0, 1.0])', [2, 1]],
    ['np.array([1e3, nan])', [1000, NaN]],
    ['2,1,0.1', [2, 1, 0.1]],
    ['１、２、３', [1, 2, 3]],
    ['١، ٢', [1, 2]],
  ])('%j is read', (typed, values) => {
    expect(parseList(typed)).toEqual(values);
  });

  it.each(['0,5', '0,5 1,5', '1; 0,5'])('%j is asked about', (typed) => {
    expect(() => parseList(typed)).toThrow(/two ways/);
  });
});
