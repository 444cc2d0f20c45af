import { expect, test } from 'vitest';
import * as math from 'logits';
import { fixture } from './fixtures.ts';

/** Test cases that other projects published, with the tolerance that they ask for. */
interface Published {
  origin: string;
  function: string;
  input: (number | number[])[];
  expected: number | number[];
  relative?: number;
}

const ofRows: Record<string, (z: number[]) => number | Float64Array> = {
  softmax: math.softmax,
  logSoftmax: math.logSoftmax,
  logSumExp: math.logSumExp,
};
const ofNumbers: Record<string, (...args: number[]) => number> = {
  sigmoid: math.sigmoid,
  logit: math.logit,
  softplus: math.softplus,
  binaryCrossEntropyWithLogits: math.binaryCrossEntropyWithLogits as (...args: number[]) => number,
  binaryCrossEntropyWithLogitsGradient: math.binaryCrossEntropyWithLogitsGradient as (...args: number[]) => number,
};

test.each(fixture<Published[]>('published.json'))('$function of $input, from $origin', (published) => {
  const { function: name, input, expected, relative = 0 } = published;
  const row = ofRows[name];
  const got = row ? [row(input as number[])].flatMap((x) => (typeof x === 'number' ? x : [...x])) : [];
  if (!row) got.push(...input.map((args) => ofNumbers[name]!(...[args].flat())));
  const wanted = [expected].flat();
  expect(got).toHaveLength(wanted.length);
  got.forEach((x, i) => {
    const y = wanted[i]!;
    if (Number.isFinite(y)) expect(Math.abs(x - y)).toBeLessThanOrEqual(relative * Math.abs(y));
    else expect(x).toBe(y);
  });
});
