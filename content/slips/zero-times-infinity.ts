import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Every log-share is multiplied by a 0 or a 1 and all of them are summed. Where one of them is −∞, 0 times it is NaN.',
  hint: 'Take the entry of class y by itself.',
  parts: { pick: (logShares, y) => logShares.reduce((sum, x, i) => sum + (i === y ? 1 : 0) * x, 0) },
  shown: { crossEntropyWithLogits: [[-Infinity, 0], 1] },
} satisfies Slip;
