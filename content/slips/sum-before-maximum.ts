import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Sum and maximum are returned in the wrong order.',
  hint: '[m, s]: the maximum first.',
  parts: { pair: (m, s) => [s, m] },
  shown: { onlineNormalizer: [[5]] },
} satisfies Slip;
