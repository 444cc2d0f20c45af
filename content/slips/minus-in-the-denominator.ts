import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A denominator has a minus where a plus belongs: 1 − e^−z, or 1 − e^z in a branch for negative z.',
  hint: '1 + e^−z is never 0. For negative z multiply above and below by e^z, and it reads e^z/(1 + e^z).',
  parts: [
    { curve: (z) => 1 / (1 - Math.exp(-z)) },
    { curve: (z) => (z < 0 ? 1 / (1 - Math.exp(z)) : 1 / (1 + Math.exp(-z))) },
    { curve: (z) => (z < 0 ? Math.exp(z) / (1 - Math.exp(z)) : 1 / (1 + Math.exp(-z))) },
    { curve: (z) => Math.exp(z) / (1 - Math.exp(z)) },
    { curve: (z) => Math.exp(z) / (Math.exp(z) - 1) },
    { first: (d) => 1 / (1 - Math.exp(-d)) },
  ],
  shown: { sigmoid: [-1] },
} satisfies Slip;
