import { expect, it } from 'vitest';
import { hues } from '../../../components/notebook/highlight.ts';

const colored = (code: string) => [...hues(code)].map(({ from, to, hue }) => `${hue} ${code.slice(from, to)}`);

it.each([
  ['const p = softmax([2, 1e-3])', ['keyword const', 'softmax softmax', 'literal 2', 'literal 1e-3']],
  ["import { sigmoid } from 'logits'", ['keyword import', 'sigmoid sigmoid', 'keyword from', "literal 'logits'"]],
  ['x1.of // of\nthis', ['comment // of', 'keyword this']],
  ['/* a\nb */ .5', ['comment /* a\nb */', 'literal .5']],
  ['`a ${b}` + "c', ['literal `a ${b}`', 'literal "c']],
  ['softmaxes(undefined, -Infinity)', ['literal undefined', 'literal Infinity']],
])('%j: colors words by what they are', (code, expected) => expect(colored(code)).toEqual(expected));

it('gives pieces in their order, that never overlap, whatever the code', () => {
  const code = '"\\"\'`/*//'.repeat(400) + ' '.repeat(100_000);
  let end = 0;
  for (const { from, to } of hues(code)) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(to).toBeGreaterThan(from);
    end = to;
  }
});
