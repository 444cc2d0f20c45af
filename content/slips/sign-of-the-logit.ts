import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sign of the logit is turned round: yes and no are exchanged.',
  hint: 'A large positive logit costs nearly nothing where y is 1.',
  parts: { input: (z) => -z },
  in: ['binaryCrossEntropyWithLogits'],
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
