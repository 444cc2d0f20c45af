import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The shares are divided by T, after softmax. They then sum to 1/T, and at no temperature does the bet change.',
  hint: 'Divide the logits, before the exponential.',
  parts: { scale: (z) => z, share: (e, s, _, temperature) => e / s / temperature },
  shown: { softmax: [[0, 0], 2] },
} satisfies Slip;
