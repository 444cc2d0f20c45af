import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits are divided by the root or the square of T, not by T itself.',
  hint: 'Divide by T.',
  parts: [
    { scale: (z, temperature) => z / Math.sqrt(temperature) },
    { scale: (z, temperature) => z / temperature ** 2 },
  ],
  shown: { softmax: [[0, 2], 2] },
} satisfies Slip;
