import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'It stops at the first logit that does not reach the threshold. Those after it are never asked.',
  hint: 'Skip that one and go on: `continue`, not `break`.',
  parts: {
    labels: (reached) => {
      const end = reached.indexOf(false);
      return (end < 0 ? reached : reached.slice(0, end)).map((_, i) => i);
    },
  },
  shown: { labelsAbove: [[-1, 1], 0.5] },
} satisfies Slip;
