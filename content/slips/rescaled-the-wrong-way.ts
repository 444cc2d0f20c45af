import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sum so far is put on the new scale the wrong way round: it grows where it has to shrink.',
  hint: 'e to the (old − new maximum) is at most 1.',
  parts: [
    { rescaled: (s, m, next) => (s === 0 ? 0 : s * Math.exp(next - m)) },
    { rescaled: (s, m, next) => s / Math.exp(m - next) },
  ],
  shown: { onlineNormalizer: [[0, 1]] },
} satisfies Slip;
