import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The walk starts with the first logit already counted, and then counts it again.',
  hint: 'Start from the second logit, or with an empty sum.',
  parts: [{ start: (z) => [z[0]!, 1] }],
  shown: { onlineNormalizer: [[0]] },
} satisfies Slip;
