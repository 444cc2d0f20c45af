import { describe, expect, it } from 'vitest';
import { didYouMean, expectedOneOf, nearest, noSuch } from '../src/names.ts';

describe('a name that nobody gave', () => {
  const known = ['sigmoid', 'softmax', 'logSoftmax', 'softplus', 'log'];

  it.each([
    ['sofmax', 'softmax'],
    ['sotfmax', 'softmax'],
    ['SoftMax', 'softmax'],
    ['logsoftmax', 'logSoftmax'],
    ['logg', 'log'],
    ['softpluss', 'softplus'],
    ['sig', 'sigmoid'],
  ])('%s: the first that is named is %s', (typed, meant) => {
    expect(nearest(typed, known)[0]).toBe(meant);
  });

  it('is answered at once, however long it is', () => {
    expect(nearest('softmax'.repeat(1e6), known)[0]).toBe('logSoftmax'); // the longest
    expect(didYouMean('softmax'.repeat(1e6), known)).toBe('');
  });

  it('is answered with all names there are, those as near as each other in their own order', () => {
    expect(nearest('x', ['b', 'a', 'c'])).toEqual(['b', 'a', 'c']);
    expect(nearest('softmax', known).toSorted()).toEqual(known.toSorted());
  });

  it('is refused in one sentence', () => {
    expect(noSuch('widget', 'lader', ['sigmoid', 'ladder'])).toBe(
      'no such widget: lader; expected one of ladder, sigmoid',
    );
    expect(expectedOneOf('p', [])).toBe('expected none');
  });

  it('is answered with those alone that it is like, where there are too many to list', () => {
    expect(didYouMean('sofmax', known)).toBe('; did you mean softmax?');
    expect(didYouMean('soft', known)).toBe('; did you mean softmax or softplus?');
    expect(didYouMean('numpy', known)).toBe('');
  });
});
