import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit is multiplied by a number: the curve is steeper or flatter than the sigmoid.',
  hint: 'The exponent is z itself: 1/(1 + e^−z).',
  parts: [2, 0.5, 3, 1.702, 4, 0.25, 10, 0.1].map((k) => ({ input: (z: number) => k * z })),
  in: ['sigmoid'],
  shown: { sigmoid: [1] },
} satisfies Slip;
