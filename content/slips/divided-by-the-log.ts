import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit is divided by the logarithm of the sum. Of a quotient the logarithm is a difference.',
  hint: 'Subtract: z − max − log of the sum.',
  parts: [{ entry: (z, back, log) => (z - back) / log }, { entry: (z, back, log) => z / (back + log) }],
  in: ['logSoftmax'],
  shown: { logSoftmax: [[0, 1]] },
} satisfies Slip;
