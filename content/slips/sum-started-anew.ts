import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'When a larger logit arrives, the sum so far is thrown away.',
  hint: 'The smaller logits still count: multiply the sum by e to the (old − new maximum).',
  parts: { rescaled: (s, m, next) => (m === next ? s : 0) },
  shown: { onlineNormalizer: [[0, 1]] },
} satisfies Slip;
