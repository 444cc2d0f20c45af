import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The loss has the wrong sign. It is minus the logarithm of a share, and so never negative.',
  hint: 'A loss is minus the log: turn the difference round.',
  parts: [
    { loss: (loss) => -loss },
    { weighed: (y, yes, no) => (y === 0 ? 0 : y * yes) + (y === 1 ? 0 : (1 - y) * no) },
    { weighed: (y, yes, no) => y * yes + (1 - y) * no },
  ],
  shown: { crossEntropyWithLogits: [[0, 0], 0], binaryCrossEntropyWithLogits: [0, 1] },
} satisfies Slip;
