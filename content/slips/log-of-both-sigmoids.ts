import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The complement is computed and not subtracted, which is right, but the logarithms are still taken of probabilities: far out they have been rounded to 0.',
  hint: 'The logarithm of 1/(1 + e^−z) is minus log(1 + e^−z): take it without the fraction.',
  parts: [
    { logs: (z) => [Math.log(sigmoid(z)), Math.log(sigmoid(-z))] },
    { logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log(1 / (1 + Math.exp(z)))] },
    { logs: (z) => [Math.log(sigmoid(z)), Math.log(sigmoid(-z))], weighed: (y, yes, no) => -(y * yes + (1 - y) * no) },
    {
      logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log(1 / (1 + Math.exp(z)))],
      weighed: (y, yes, no) => -(y * yes + (1 - y) * no),
    },
  ],
  shown: { binaryCrossEntropyWithLogits: [-1000, 1] },
} satisfies Slip;
