import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'No exponential is taken: the logits themselves are divided by their sum. A negative logit gets a negative share, and where the sum is 0 there is nothing to divide by.',
  hint: 'Shares have to be positive whatever the logits are: divide e^z by the sum of all e^z.',
  parts: [
    { power: (d) => d, shift: () => 0 },
    { power: (d) => d },
    { power: Math.abs, shift: () => 0 },
    { power: (d) => Math.max(0, d), shift: () => 0 },
    { power: (d) => d * d, shift: () => 0 },
  ],
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[3, -1]], softmaxAlongAxis: [[[3, -1]], 1] },
} satisfies Slip;
