import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The small values on the left are computed as 1 minus a number near 1. At −40 nothing is left of them but 0.',
  hint: 'For negative z use e^z/(1 + e^z): nothing is subtracted there.',
  parts: [
    { curve: (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z))) },
    { curve: (z) => 1 - 1 / (1 + Math.exp(z)) },
    { first: (d) => 1 - 1 / (1 + Math.exp(d)) },
  ],
  shown: { sigmoid: [-40], twoLogitsToOne: [0, 40] },
  misconception: 'one-minus-sigmoid',
} satisfies Slip;
