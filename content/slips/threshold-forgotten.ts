import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The threshold t is not used: it is always one half.',
  hint: 'Compare with t. At t = 0.9 a logit of 0 is not enough.',
  parts: [{ reaches: (score) => score >= 0.5 }, { reaches: (score) => score > 0.5 }],
  shown: { labelsAbove: [[1], 0.9] },
} satisfies Slip;
