import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'When a larger logit arrives, the sum is rescaled, but the new logit itself is not added.',
  hint: 'The new maximum adds e^0 = 1 to the sum.',
  parts: { added: (z, next, m) => (next > m ? 0 : Math.exp(z - next)) },
  shown: { onlineNormalizer: [[0]] },
} satisfies Slip;
