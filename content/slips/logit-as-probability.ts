import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit is put into the loss as if it were the probability; below 0 and above 1 its logarithms are NaN.',
  hint: 'The probability is σ(z). Simplify −y·log σ(z) − (1 − y)·log(1 − σ(z)) on paper: max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: { weighed: (y, _yes, _no, z) => -(y * Math.log(z) + (1 - y) * Math.log(1 - z)) },
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
