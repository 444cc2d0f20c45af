import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, formatNames } from '../../../components/draw/float-formats.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import ladder from '../../../components/widgets/ladder.ts';
import { next, previous } from '../../../src/math/index.ts';

describe('ladder', () => {
  const { sink, climb } = ladder.actions!;
  const state = (z: number) => ({ z, ...ladder.values({ z }) });

  it('steps up to each overflow in turn, until no e^z is a number', () => {
    let z = -1000;
    const stops: number[] = [];
    while (climb!.when!(state(z))) stops.push((z = climb!.do({ z }, ladder.values({ z })).z));
    expect(stops).toEqual(
      [...new Set(formatNames.map((name) => endsOf(name).overflowLogit))].toSorted((a, b) => a - b),
    );
    expect(ladder.values({ z }).finite).toBe('');
    expect(ladder.values({ z: previous(z, 'float64') }).finite).toBe('float64');
  });

  it('steps down to each first 0 in turn, until no e^z is a number', () => {
    let z = 1000;
    while (sink!.when!(state(z))) z = sink!.do({ z }, ladder.values({ z })).z;
    expect(ladder.values({ z }).finite).toBe('');
    expect(ladder.values({ z: next(z, 'float64') }).finite).toBe('float64');
    expect(ladder.values({ z: next(z, 'float64') }).subnormal).toBe('float64');
  });

  it('names in its sentence the formats that e^z has left, and only those', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (z) => {
        const [, gone = ''] =
          /(?:overflowed|become 0) in ([^;.]*?)(?: and is subnormal in |[;.])/.exec(
            sentenceText(ladder.say(state(z))),
          ) ?? [];
        for (const { label, state: is } of ladder.values({ z }).lanes)
          expect(gone.split(/, | and /).includes(label)).toBe(is === 'overflowed' || is === 'zero');
      }),
    );
  });
});
