import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, matches, queryWords } from '../../src/search/fold.ts';

const finds = (query: string, text: string): boolean => {
  const words = queryWords(query);
  return matches(fold(text), words) === words.length;
};

describe('a query', () => {
  it.each([
    ['-1000', 'say around −1000?'],
    ['−1000', 'z = -1000'],
    ['sqrt', 'divided by √d'],
    ['sqrt(d)', '\\sqrt{d}'],
    ['√d', '\\frac{q k}{\\sqrt d}'],
    ['sigma', 'σ(z)'],
    ['σ', '\\sigma(z) = 1'],
    ['65504', '65,504 is the largest'],
    ['65,504', '65504'],
    ['infinity', 'exp is ∞'],
    ['NaN', 'which is nan'],
    ['log-softmax', 'Log-Softmax in one step'],
    ['e^-z', 'e⁻ᶻ'],
    ["don't", 'they don’t'],
    ['<= 1', 'p ≤ 1'],
    ['-inf', '−∞ is −infinity'],
    ['naïve', 'naive softmax'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['-1000', 'logits of 1000'],
    ['1000', 'a vocabulary of 10000'],
    ['1000', 'e to the 1000.5'],
    ['100', 'e to the 1000'],
    ['sqrt', 'a square'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });
});

it('is the same folded twice', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => void expect(fold(fold(text)).replace(/ /g, '')).toBe(fold(text).replace(/ /g, '')),
    ),
    { numRuns: 300, examples: [['≠'], ['≰'], ['𝛛'], ['⅀'], ['ŀ']] },
  );
});
