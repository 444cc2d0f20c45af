import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Results of the wrong sign are cut off or turned round. That a log-probability came out positive, or a loss negative, was the sign of the fault: the maximum is still in the logits.',
  hint: 'Take the maximum from the logit as well: z − max − log of the sum is never positive by itself.',
  parts: [{ entry: (z, _back, log) => Math.min(0, z - log) }, { entry: (z, _back, log) => -Math.abs(z - log) }],
  shown: { logSoftmax: [[1, 3]], crossEntropyWithLogits: [[1, 3], 0] },
} satisfies Slip;
