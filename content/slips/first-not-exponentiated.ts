import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`reduce` has no start value. It then starts from the first entry itself, so that the first logit goes into the sum as it is, without an exponential.',
  hint: 'Give `reduce` a start value: `.reduce((sum, x) => …, 0)`.',
  python: { hint: 'Give `reduce` a start value, as in `reduce(lambda s, x: …, z, 0)`, or sum the exponentials.' },
  parts: { total: (e, z) => z[0]! + e.slice(1).reduce((a, b) => a + b, 0) },
  shown: { softmax: [[5]], logSumExp: [[5]], logSoftmax: [[5]] },
} satisfies Slip;
