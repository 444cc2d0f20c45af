import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The class is not used: it is always the one with the largest logit.',
  hint: 'The right class is y, however small its logit is. That is when the loss is large.',
  parts: { pick: (logShares) => Math.max(...logShares) },
  shown: { crossEntropyWithLogits: [[0, 2], 0] },
} satisfies Slip;
