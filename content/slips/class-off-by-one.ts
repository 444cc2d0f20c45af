import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The class is taken to count from 1; it counts from 0.',
  hint: 'Class y stands at `z[y]`.',
  parts: [
    { pick: (logShares, y) => logShares[y - 1] ?? NaN },
    { pick: (logShares, y) => logShares[y + 1] ?? NaN },
    { target: (i, y) => (i === y - 1 ? 1 : 0) },
    { target: (i, y) => (i === y + 1 ? 1 : 0) },
  ],
} satisfies Slip;
