import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is subtracted inside the sum, but not from the logit outside. The log-probabilities come out too large by the maximum, positive even.',
  hint: 'The logarithm is that of shifted exponentials: subtract it from a shifted logit, z − max − log of the sum.',
  parts: { back: () => 0 },
  in: ['logSoftmax', 'crossEntropyWithLogits'],
  shown: { logSoftmax: [[5]], crossEntropyWithLogits: [[5], 0] },
} satisfies Slip;
