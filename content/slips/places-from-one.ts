import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The places are counted from 1.',
  hint: 'The first logit stands at place 0.',
  parts: { labels: (reached) => reached.flatMap((is, i) => (is ? [i + 1] : [])) },
  shown: { labelsAbove: [[1], 0.5] },
} satisfies Slip;
