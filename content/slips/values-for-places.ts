import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits or the probabilities come back where their places are asked for.',
  hint: '`filter` keeps entries and forgets where they stood: collect i instead.',
  python: {
    hint: 'A mask, as in `z[p >= t]`, keeps entries and forgets where they stood: collect places, by `enumerate` or `np.nonzero(…)[0]`.',
  },
  parts: [
    { labels: (reached, z) => z.filter((_, i) => reached[i]) },
    { labels: (reached, _, scores) => scores.filter((_score, i) => reached[i]) },
  ],
  shown: { labelsAbove: [[2, -1], 0.5] },
} satisfies Slip;
