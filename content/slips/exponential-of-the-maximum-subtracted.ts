import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted from the logits is the largest exponential, not the largest logit. That is far too much: all exponentials become 0, and 0/0 is NaN.',
  hint: 'Look for the largest among the logits, before any exponential is taken.',
  parts: { shift: (z) => Math.exp(z.reduce((a, b) => Math.max(a, b), -Infinity)) },
  shown: { softmax: [[10]], logSumExp: [[10]], logSoftmax: [[10]] },
} satisfies Slip;
