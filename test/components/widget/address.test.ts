import { describe, expect, it } from 'vitest';
import { decodeValue, parseAddress } from '../../../components/widget/address.ts';

describe('an address', () => {
  const read = (fragment: string) => {
    const { anchor, states } = parseAddress(fragment);
    return { anchor, steps: states.get('steps')?.map(([name, value]) => [name, decodeValue(value)]) };
  };
  const plain = read('#steps&steps.f=softmax&steps.z=1,2');

  it.each([
    ['as it was printed', '#steps&steps.f=softmax&steps.z=1,2'],
    ['encoded by a messenger', '#steps%26steps.f%3Dsoftmax%26steps.z%3D1%2C2'],
    ['written as HTML does', '#steps&amp;steps.f=softmax&amp;steps.z=1,2'],
    ['both', '#steps%26amp%3Bsteps.f%3Dsoftmax%26amp%3Bsteps.z%3D1,2'],
  ])('is read %s', (_, fragment) => expect(read(fragment)).toEqual(plain));

  it('keeps what is encoded inside of a value', () => {
    expect(parseAddress('#cell-1&cells.1=a%3Db%26c').states.get('cells')).toEqual([['1', 'a%3Db%26c']]);
    expect(parseAddress('#cell-1%26cells.1%3Da%253Db').states.get('cells')).toEqual([['1', 'a%3Db']]);
  });

  it('with broken escapes is an anchor', () => {
    expect(parseAddress('#50%-of%3D').states.size).toBe(0);
  });
});
