import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The larger logit gets everything: this chooses, it does not share.',
  hint: '1/(1 + e^(z2 − z1)): a little more logit, a little more share.',
  parts: [
    { first: (d) => (d > 0 ? 1 : 0) },
    { first: (d) => (d >= 0 ? 1 : 0) },
    { first: (d) => (d === 0 ? 0.5 : d > 0 ? 1 : 0) },
  ],
  shown: { twoLogitsToOne: [1, 0] },
} satisfies Slip;
