import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The places are right, but they stand in another order, by score or from the end.',
  hint: 'Go through the logits from the first to the last.',
  parts: [
    { labels: (reached, z) => reached.flatMap((is, i) => (is ? [i] : [])).sort((a, b) => z[b]! - z[a]!) },
    { labels: (reached, z) => reached.flatMap((is, i) => (is ? [i] : [])).sort((a, b) => z[a]! - z[b]!) },
    { labels: (reached) => reached.flatMap((is, i) => (is ? [i] : [])).reverse() },
  ],
  shown: { labelsAbove: [[0.5, 1], 0.5] },
} satisfies Slip;
