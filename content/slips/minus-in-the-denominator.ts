import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The denominator is 1 − e^−z, with a minus.',
  hint: '1 + e^−z: it is never 0.',
  parts: [{ curve: (z) => 1 / (1 - Math.exp(-z)) }, { first: (d) => 1 / (1 - Math.exp(-d)) }],
  shown: { sigmoid: [0] },
} satisfies Slip;
