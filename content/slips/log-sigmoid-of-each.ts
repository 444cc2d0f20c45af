import type { Slip } from '../../src/notebook/slip.ts';

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

export default {
  says: 'This is the logarithm of the sigmoid of the logit itself. It asks only how large this logit is, and not how large the others are.',
  hint: 'In softmax the classes share one probability: subtract the logarithm of the sum of all exponentials.',
  parts: [
    { entry: (z) => -softplus(-z) },
    { entry: (z) => -Math.log1p(Math.exp(-z)) },
    { entry: (z) => -Math.log(1 + Math.exp(-z)) },
    { entry: (z) => Math.log(1 / (1 + Math.exp(-z))) },
  ],
  in: ['logSoftmax', 'crossEntropyWithLogits'],
  shown: { logSoftmax: [[0]], crossEntropyWithLogits: [[0], 0] },
  misconception: 'sigmoids-sum-to-one',
} satisfies Slip;
