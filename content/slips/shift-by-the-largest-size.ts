import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the largest absolute value. Where all logits are far below 0 that is a large positive number, and every exponential becomes 0.',
  hint: 'The largest logit keeps its sign: take the maximum of the logits, not of their absolute values.',
  parts: { shift: (z) => z.reduce((a, b) => Math.max(a, Math.abs(b)), 0) },
  shown: { softmax: [[-1000]], logSumExp: [[-1000]], logSoftmax: [[-1000]] },
} satisfies Slip;
