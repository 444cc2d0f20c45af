import { expect, it } from 'vitest';
import { hues } from '../../../components/notebook/highlight.ts';
import { languages, type Language } from '../../../src/languages.ts';

const colored = (code: string, language: Language = 'typescript') =>
  [...hues(code, language)].map(({ from, to, hue }) => `${hue} ${code.slice(from, to)}`);

it.each([
  ['const p = softmax([2, 1e-3])', ['keyword const', 'softmax softmax', 'literal 2', 'literal 1e-3']],
  ["import { sigmoid } from 'logits'", ['keyword import', 'sigmoid sigmoid', 'keyword from', "literal 'logits'"]],
  ['x1.of // of\nthis', ['comment // of', 'keyword this']],
  ['/* a\nb */ .5', ['comment /* a\nb */', 'literal .5']],
  ['`a ${b}` + "c', ['literal `a ${b}`', 'literal "c']],
  ['softmaxes(undefined, -Infinity)', ['literal undefined', 'literal Infinity']],
])('%j: colors words by what they are', (code, expected) => expect(colored(code)).toEqual(expected));

it.each([
  ['def softmax(z):  # of z', ['keyword def', 'softmax softmax', 'comment # of z']],
  ['e = np.exp(z) / 1e-3', ['literal 1e-3']],
  [
    "return rf\"{p:.2f}\" if p is None else '\\''",
    [
      'keyword return',
      'literal rf"{p:.2f}"',
      'keyword if',
      'keyword is',
      'literal None',
      'keyword else',
      "literal '\\''",
    ],
  ],
  ['"""two\nlines""" + 0.5', ['literal """two\nlines"""', 'literal 0.5']],
  ['p.lambda_, of, const', []],
])('%j in Python: colors words by what they are', (code, expected) =>
  expect(colored(code, 'python')).toEqual(expected),
);

it.each(languages)('gives pieces in their order, that never overlap, whatever the code in %s', (language) => {
  const code = '"\\"\'`/*//#'.repeat(400) + ' '.repeat(100_000);
  let end = 0;
  for (const { from, to } of hues(code, language)) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(to).toBeGreaterThan(from);
    end = to;
  }
});
