import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The log-probabilities have the wrong sign: they are never positive.',
  hint: 'z − max − log of the sum, in this order.',
  parts: { entry: (z, back, log) => back + log - z },
  in: ['logSoftmax'],
  shown: { logSoftmax: [[0, 0]] },
} satisfies Slip;
