import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sign of the exponent is turned round: the smallest logit gets the largest share.',
  hint: 'A larger logit means a larger exponential: e to the (z − max), not to the (max − z).',
  parts: { power: (d) => Math.exp(-d) },
  shown: { softmax: [[1, 2]], softmaxAlongAxis: [[[1, 2]], 1], logSoftmax: [[1, 2]] },
} satisfies Slip;
