import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'It computes with the size of z and forgets the sign afterwards: −z and z give the same.',
  hint: 'For negative z the result is e^z/(1 + e^z), the mirror image.',
  parts: [
    { curve: (z) => 1 / (1 + Math.exp(-Math.abs(z))) },
    { curve: (z) => (z < 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(-z))) },
    { curve: (z) => Math.exp(-Math.abs(z)) / (1 + Math.exp(-Math.abs(z))) },
  ],
} satisfies Slip;
