import type { Slip } from '../../src/notebook/slip.ts';

/** The largest exponential of a list, and the sum after all are divided by it: found once a list. */
const found = new WeakMap<number[], [most: number, sum: number]>();
const of = (e: number[]): [most: number, sum: number] => {
  const known = found.get(e);
  if (known) return known;
  const most = e.reduce((a, b) => Math.max(a, b), 0);
  const both: [number, number] = [most, e.reduce((sum, x) => sum + x / most, 0)];
  found.set(e, both);
  return both;
};

export default {
  says: 'The exponentials are taken of the logits as they are, and divided by e^max after. On paper that is the same as subtracting the maximum; but from 710 on it is Infinity/Infinity.',
  hint: 'Subtract before the exponential: e to the (z − max).',
  parts: {
    shift: () => 0,
    share: (x, _s, e) => {
      const [most, sum] = of(e);
      return x / most / sum;
    },
  },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  alone: true,
  shown: { softmax: [[1000]], crossEntropyGradient: [[1000], 0] },
  misconception: 'the-formula-is-the-code',
} satisfies Slip;
