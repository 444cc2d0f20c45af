import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The comparison is turned round: those below the threshold come back.',
  hint: '`>=`.',
  parts: [{ reaches: (score, threshold) => score <= threshold }, { reaches: (score, threshold) => score < threshold }],
  shown: { labelsAbove: [[1], 0.5] },
} satisfies Slip;
