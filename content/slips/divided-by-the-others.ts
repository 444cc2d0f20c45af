import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Each exponential is divided by the sum of the others. Those are odds, not shares: they don’t sum to one.',
  hint: 'The sum below the line has all exponentials in it, the one above the line included.',
  parts: [
    { share: (e, s) => e / (s - e) },
    { share: (e, _, all, __, i) => e / all.reduce((sum, other, j) => (j === i ? sum : sum + other), 0) },
  ],
  in: ['softmax', 'softmaxAlongAxis'],
  shown: { softmax: [[0, 0]] },
} satisfies Slip;
