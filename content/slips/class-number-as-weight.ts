import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The number of the class is a factor of the log-shares, as if it were the target.',
  hint: 'y says which entry to take: only the log-share at place y counts, and it counts once.',
  parts: [
    { pick: (logShares, y) => y * logShares.reduce((a, b) => a + b, 0) },
    { pick: (logShares, y) => y * logShares[y]! },
  ],
  shown: { crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
