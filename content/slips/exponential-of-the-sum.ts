import type { Slip } from '../../src/notebook/slip.ts';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

export default {
  says: 'The denominator is the exponential of a sum of logits. e^(a + b) is the product of the exponentials; their sum is asked for.',
  hint: 'Take each exponential first, then sum: e^a + e^b.',
  parts: [
    { first: (_, a, b) => Math.exp(a) / Math.exp(a + b) },
    { first: (_, a, b) => Math.exp(a - (a + b)) },
    {
      shift: () => 0,
      power: (x) => x,
      share: (_e, _s, z, _t, i) => Math.exp(z[i]!) / Math.exp(sum(z)),
    },
  ],
  in: ['softmax', 'twoLogitsToOne'],
  shown: { twoLogitsToOne: [0, 0], softmax: [[0, 0]] },
} satisfies Slip;
