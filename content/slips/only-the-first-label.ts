import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only the first label that reaches the threshold comes back.',
  hint: 'Go on to the end of the list: several may reach it.',
  parts: [
    { labels: (reached) => (reached.includes(true) ? [reached.indexOf(true)] : []) },
    { labels: (reached) => [reached.indexOf(true)] },
  ],
  shown: { labelsAbove: [[1, 1], 0.5] },
} satisfies Slip;
