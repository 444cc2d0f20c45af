import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The log-shares of all classes are summed, not only that of the right class.',
  hint: 'Cross-entropy with one right class has one term: that of class y.',
  parts: [
    { pick: (logShares) => logShares.reduce((a, b) => a + b, 0) },
    { pick: (logShares) => logShares.reduce((a, b) => a + b, 0) / logShares.length },
  ],
  shown: { crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
