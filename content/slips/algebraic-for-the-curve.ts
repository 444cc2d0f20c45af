import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is another S-shaped curve. It looks alike, and goes to its ends far more slowly.',
  hint: 'The sigmoid has an exponential in it: 1/(1 + e^−z).',
  parts: [
    { curve: (z) => 0.5 * (1 + z / (1 + Math.abs(z))) },
    { curve: (z) => z / (1 + Math.abs(z)) },
    { curve: (z) => 0.5 * (1 + z / Math.sqrt(1 + z * z)) },
    { curve: (z) => z / Math.sqrt(1 + z * z) },
    { curve: (z) => 0.5 + Math.atan(z) / Math.PI },
  ],
} satisfies Slip;
