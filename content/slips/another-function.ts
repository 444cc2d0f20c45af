import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is another function that lives near the sigmoid: its inverse, z times the sigmoid, or the logarithm of 1 + e^z or of the sigmoid itself.',
  hint: 'A probability is asked for: 1/(1 + e^−z), between 0 and 1.',
  parts: [
    { curve: (z) => Math.log(z / (1 - z)) },
    { curve: (z) => Math.log(1 + Math.exp(z)) },
    { curve: (z) => Math.log1p(Math.exp(z)) },
    { curve: (z) => -Math.log(1 + Math.exp(-z)) },
    { curve: (z) => Math.log(1 / (1 + Math.exp(-z))) },
    { curve: (z) => z / (1 + Math.exp(-z)) },
    { curve: (z) => Math.exp(-z * z) },
  ],
} satisfies Slip;
