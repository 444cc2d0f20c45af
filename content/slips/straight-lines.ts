import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is a hard sigmoid, made of straight lines: 0 on the left, 1 on the right, and a slope between. It is near the sigmoid, and not it: far out it is exactly 0 or 1, where a probability is neither.',
  hint: 'The curve itself is 1/(1 + e^−z).',
  parts: [0.2, 1 / 6, 0.25, 0.5, 0.125, 0.1, 1 / 3, 1].flatMap((slope) =>
    [0.5, 0].map((middle) => ({ curve: (z: number) => Math.max(0, Math.min(1, slope * z + middle)) })),
  ),
  shown: { sigmoid: [1] },
} satisfies Slip;
