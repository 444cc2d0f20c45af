import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'For negative z it returns e^z. Far to the left that is the right value, but near 0 it has to be divided by 1 + e^z.',
  hint: 'e^z/(1 + e^z).',
  parts: [
    { curve: (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z)) },
    { curve: (z) => (z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z)) },
  ],
  shown: { sigmoid: [-1] },
} satisfies Slip;
