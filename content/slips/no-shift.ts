import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Exponentials are taken of the logits as they are, be it only of the largest. From 710 on e^z is more than a float64 holds, and below −745 it is 0.',
  hint: 'Subtract the largest logit from all of them before the exponential: then no exponent is above 0, and one is exactly 0.',
  parts: { shift: () => 0 },
  shown: {
    softmax: [[1000]],
    softmaxAlongAxis: [[[1000, 1000]], 1],
    crossEntropyGradient: [[1000], 0],
    logSumExp: [[1000, 1000]],
    logSoftmax: [[1000]],
    crossEntropyWithLogits: [[1000], 0],
  },
  misconception: 'the-formula-is-the-code',
  trace: { softmax: 'naiveSoftmax', logSumExp: 'naiveLogSumExp' },
} satisfies Slip;
