import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits are multiplied by T. That is upside down: a hotter softmax has to be flatter.',
  hint: 'Divide by T.',
  parts: { scale: (z, temperature) => z * temperature },
  shown: { softmax: [[0, 1], 2] },
} satisfies Slip;
