import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits themselves are compared with the threshold, which is one on probabilities.',
  hint: 'Take the sigmoid of each logit first, or the log-odds of the threshold.',
  parts: { scores: (z) => z },
  shown: { labelsAbove: [[0], 0.5] },
  misconception: 'zero-logit-zero-probability',
} satisfies Slip;
