import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit of the right class is added where it should be subtracted: the surer the right class, the larger this loss.',
  hint: 'The loss is log-sum-exp of all logits minus the logit of the right class.',
  parts: [{ entry: (z, back, log) => -(z + back + log) }, { entry: (z, back, log) => -(z - back + log) }],
  in: ['crossEntropyWithLogits'],
  shown: { crossEntropyWithLogits: [[1], 0] },
} satisfies Slip;
