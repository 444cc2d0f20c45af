import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Yes and no are exchanged: the logit has the wrong sign, or the two terms are weighed with each other’s target.',
  hint: 'With y = 1 a large positive logit costs nearly nothing.',
  parts: [{ input: (z) => -z }, { weighed: (y, yes, no) => -(y * no + (1 - y) * yes) }],
  in: ['binaryCrossEntropyWithLogits'],
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
