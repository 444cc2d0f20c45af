import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm of the sum is added where it should be subtracted.',
  hint: 'The logarithm of a quotient is a difference: z − max − log of the sum.',
  parts: { entry: (z, back, log) => z - back + log },
  in: ['logSoftmax', 'crossEntropyWithLogits'],
  shown: { logSoftmax: [[0, 0]], crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
