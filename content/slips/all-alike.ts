import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Every class gets the same share, whatever the logits are.',
  hint: 'A larger logit gets a larger share: e^z, divided by the sum of all.',
  parts: { share: (_e, _s, all) => 1 / all.length },
  in: ['softmax', 'softmaxAlongAxis'],
  shown: { softmax: [[0, 1]] },
} satisfies Slip;
