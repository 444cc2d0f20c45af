import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'An answer comes back for every logit, yes or no. The places of those that say yes are asked for.',
  hint: 'Collect the places i, not the answers.',
  parts: [{ labels: (reached) => reached }, { labels: (reached) => reached.map(Number) }],
  shown: { labelsAbove: [[1, -1], 0.5] },
} satisfies Slip;
