import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is taken into account twice.',
  hint: 'It is subtracted once inside, and belongs once outside.',
  parts: { back: (m) => 2 * m },
  shown: { logSumExp: [[5]], logSoftmax: [[5]], crossEntropyWithLogits: [[5], 0] },
} satisfies Slip;
