import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Place 0 never comes back. Either the loop starts at 1, or places are asked whether they are true, as by `filter(Boolean)` or `i && …`, and 0 counts as false.',
  hint: 'Places are counted from 0. Ask for what you mean, `i !== null` or `i >= 0`.',
  python: {
    says: 'Place 0 never comes back. Either the loop starts at 1, or places are asked whether they are true, as `if i` does, and 0 counts as false.',
    hint: 'Places are counted from 0. Ask for what you mean, `i is not None` or `i >= 0`.',
  },
  parts: { labels: (reached) => reached.flatMap((is, i) => (is && i > 0 ? [i] : [])) },
  shown: { labelsAbove: [[1], 0.5] },
} satisfies Slip;
