import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A logarithm is taken of the logit itself. The logarithm of an exponential is its exponent: log e^(z − max) is z − max.',
  hint: 'Subtract the logarithm of the sum from z − max as it is.',
  parts: [
    { entry: (z, back, log) => Math.log(z - back) - log },
    { entry: (z, _back, log) => Math.log(z) - log },
    { entry: (z) => Math.log(z) },
  ],
  in: ['logSoftmax', 'crossEntropyWithLogits'],
  shown: { logSoftmax: [[1, 2]], crossEntropyWithLogits: [[1, 2], 0] },
} satisfies Slip;
