import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The last place never comes back: the loop ends one too early.',
  hint: 'The last place is `z.length - 1`: go on while `i < z.length`.',
  python: { hint: '`range(len(z))` ends with the last place, as does `enumerate(z)`.' },
  parts: { labels: (reached) => reached.flatMap((is, i) => (is && i < reached.length - 1 ? [i] : [])) },
  shown: { labelsAbove: [[1], 0.5] },
} satisfies Slip;
