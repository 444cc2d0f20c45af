import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit is subtracted above the fraction line and not in the sum below it.',
  hint: 'Take the sum of the same exponentials that you divide: those of z − max.',
  parts: [{ total: (_, z) => z.reduce((s, x) => s + Math.exp(x), 0) }],
  in: ['softmax', 'softmaxAlongAxis', 'logSumExp', 'logSoftmax', 'crossEntropyWithLogits'],
  shown: { softmax: [[5]], logSumExp: [[5]], logSoftmax: [[5]] },
} satisfies Slip;
