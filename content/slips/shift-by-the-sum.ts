import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the sum of the logits, not the largest of them.',
  hint: 'Only the largest logit keeps every exponent at 0 or below.',
  parts: { shift: (z) => z.reduce((a, b) => a + b, 0) },
} satisfies Slip;
