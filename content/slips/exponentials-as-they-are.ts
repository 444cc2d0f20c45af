import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponentials are summed without the maximum subtracted: large logits overflow, and the sum is not relative to m, or comes to it too late.',
  hint: 'What is added is e to the (z − m), with the maximum so far.',
  parts: [
    { added: (z) => Math.exp(z), rescaled: (s) => s },
    { added: (z) => Math.exp(z), rescaled: (s) => s, pair: (m, s) => [m, s / Math.exp(m)] },
    { added: (z) => Math.exp(z), rescaled: (s) => s, pair: (m, s) => [m, s * Math.exp(-m)] },
  ],
  shown: { onlineNormalizer: [[1000]] },
} satisfies Slip;
