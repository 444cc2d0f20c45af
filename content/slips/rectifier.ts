import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is ReLU, max(0, z): 0 on the left, z itself on the right, and above 1 soon. A probability lies between 0 and 1.',
  hint: 'The sigmoid is 1/(1 + e^−z).',
  parts: [{ curve: (z) => Math.max(0, z) }, { curve: (z) => (z > 0 ? z : 0.01 * z) }],
  shown: { sigmoid: [2] },
} satisfies Slip;
