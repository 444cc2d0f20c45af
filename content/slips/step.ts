import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is a step: 0 on the left and 1 on the right, with nothing between.',
  hint: 'The sigmoid is smooth: 1/(1 + e^−z).',
  parts: [
    { curve: (z) => (z >= 0 ? 1 : 0) },
    { curve: (z) => (z > 0 ? 1 : 0) },
    { curve: (z) => (z === 0 ? 0.5 : z > 0 ? 1 : 0) },
  ],
  shown: { sigmoid: [1] },
} satisfies Slip;
