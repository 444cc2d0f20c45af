import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only the place of the largest logit comes back. Several labels may reach the threshold, and none may.',
  hint: 'Ask every logit by itself whether its sigmoid is at least t.',
  parts: [
    { labels: (_, z) => [z.indexOf(Math.max(...z))] },
    { labels: (_, z) => (z.length === 0 ? [] : [z.indexOf(Math.max(...z))]) },
    {
      labels: (reached, z) => {
        const i = z.indexOf(Math.max(...z));
        return reached[i] ? [i] : [];
      },
    },
  ],
  shown: { labelsAbove: [[1, 1], 0.5] },
  misconception: 'softmax-for-co-occurring-labels',
} satisfies Slip;
