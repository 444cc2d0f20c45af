import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only one of the two logits is used.',
  hint: 'Only the difference of the two counts: put z1 − z2 into the sigmoid.',
  parts: [{ difference: (a) => a }, { difference: (_, b) => b }, { difference: (_, b) => -b }],
  shown: { twoLogitsToOne: [2, 2] },
} satisfies Slip;
