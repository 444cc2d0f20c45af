import { softmax } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits share one probability through softmax. Two labels that are both there then take it from each other.',
  hint: 'Each logit answers a question of its own: take the sigmoid of each.',
  parts: [
    { scores: (z) => [...softmax(z)] },
    {
      scores: (z) => {
        const e = z.map((x) => Math.exp(x));
        const s = e.reduce((a, b) => a + b, 0);
        return e.map((x) => x / s);
      },
    },
  ],
  shown: { labelsAbove: [[1, 1, 1], 0.5] },
  misconception: 'softmax-for-co-occurring-labels',
} satisfies Slip;
