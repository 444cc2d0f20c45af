import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sum is NaN from the first logit on. The walk starts with the sum 0 and the maximum −∞, and 0 is multiplied by an infinite number: 0 · ∞ is NaN.',
  hint: 'The factor is e^(old − new maximum). At the first logit that is e^−∞ = 0; without the exponential, or turned round, it is infinite.',
  parts: { rescaled: () => NaN },
  shown: { onlineNormalizer: [[0]] },
} satisfies Slip;
