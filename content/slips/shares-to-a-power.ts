import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The shares are raised to the power 1/T and not divided by their new sum: they don’t sum to one.',
  hint: 'Either divide by the new sum, or divide the logits by T before the exponential.',
  parts: { scale: (z) => z, share: (e, s, _, temperature) => (e / s) ** (1 / temperature) },
  shown: { softmax: [[0, 0], 2] },
} satisfies Slip;
