import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponential of a new logit is taken relative to the old maximum.',
  hint: 'Everything in the sum has to be on one scale, that of the new maximum.',
  parts: [{ added: (z, _, m) => Math.exp(z - m) }, { added: (z, _, m) => (m === -Infinity ? 1 : Math.exp(z - m)) }],
  shown: { onlineNormalizer: [[0, 1]] },
} satisfies Slip;
