import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits themselves are divided by their sum; no exponential is taken.',
  hint: 'Softmax divides e^z1 by e^z1 + e^z2.',
  parts: { first: (_, a, b) => a / (a + b) },
  shown: { twoLogitsToOne: [3, -1] },
} satisfies Slip;
