import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The class is not used: it is always the loss of the same class.',
  hint: 'Class y is the one that the loss asks about.',
  parts: [
    { pick: (logShares) => logShares[0]! },
    { pick: (logShares) => logShares.at(-1)! },
    { target: (i) => (i === 0 ? 1 : 0) },
  ],
  shown: { crossEntropyWithLogits: [[0, 2], 1], crossEntropyGradient: [[0, 0], 1] },
} satisfies Slip;
