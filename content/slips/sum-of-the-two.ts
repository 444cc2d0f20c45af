import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The two logits are added, multiplied or divided where the difference is asked for.',
  hint: 'Divide above and below by e^z1: what is left in the exponent is z2 − z1.',
  parts: [
    { difference: (a, b) => a + b },
    { difference: (a, b) => -(a + b) },
    { difference: (a, b) => a * b },
    { difference: (a, b) => a / b },
    { difference: (a, b) => -(a / b) },
    { difference: (a, b) => b / a },
    { difference: (a, b) => -(b / a) },
  ],
  shown: { twoLogitsToOne: [2, 1] },
} satisfies Slip;
