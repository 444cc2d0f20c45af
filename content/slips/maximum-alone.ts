import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only the maximum comes back; what the other logits add is missing.',
  hint: 'Add the logarithm of the sum of e^(z − max).',
  parts: { log: () => 0 },
  shown: { logSumExp: [[0, 0]] },
} satisfies Slip;
