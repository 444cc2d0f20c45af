import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only the logit of the right class is used: how large the others are makes no difference.',
  hint: 'The loss is log-sum-exp of all logits, minus that of the right class.',
  parts: { entry: (z) => z },
  in: ['crossEntropyWithLogits'],
  shown: { crossEntropyWithLogits: [[5], 0] },
} satisfies Slip;
