import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The difference is turned round: this is the share of the second.',
  hint: 'The larger z1 is, the larger its share: e to the (z2 − z1) stands in the denominator.',
  parts: { difference: (a, b) => b - a },
  shown: { twoLogitsToOne: [2, 1] },
} satisfies Slip;
