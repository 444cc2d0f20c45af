import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The shares are multiplied by T, after softmax. They then sum to T.',
  hint: 'Divide the logits by T, before the exponential.',
  parts: { scale: (z) => z, share: (e, s, _, temperature) => (e / s) * temperature },
  shown: { softmax: [[0, 0], 2] },
} satisfies Slip;
