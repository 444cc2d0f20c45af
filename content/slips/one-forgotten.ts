import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The 1 in the denominator is missing: this is an exponential, and it goes beyond 1.',
  hint: '1/(1 + e^−z).',
  parts: [{ curve: (z) => 1 / Math.exp(-z) }, { curve: Math.exp }, { first: Math.exp }],
  shown: { sigmoid: [0] },
} satisfies Slip;
