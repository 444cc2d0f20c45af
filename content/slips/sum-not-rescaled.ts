import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'When a larger logit arrives, the sum so far stays as it was, on the scale of the old maximum.',
  hint: 'Multiply the sum so far by e to the (old − new maximum) before you add.',
  parts: { rescaled: (s) => s },
  shown: { onlineNormalizer: [[0, 1]] },
} satisfies Slip;
