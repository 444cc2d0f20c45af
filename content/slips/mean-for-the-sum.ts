import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The mean of the exponentials is taken where their sum should be.',
  hint: 'Nothing is divided by the number of logits.',
  parts: { total: (e) => e.reduce((a, b) => a + b, 0) / e.length },
  shown: { softmax: [[0, 0]], logSumExp: [[0, 0]], logSoftmax: [[0, 0]] },
} satisfies Slip;
