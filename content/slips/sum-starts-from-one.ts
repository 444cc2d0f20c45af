import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sum of the exponentials starts from 1: it is 1 too large.',
  hint: 'A sum starts from 0.',
  parts: { total: (e) => e.reduce((a, b) => a + b, 1) },
  shown: { softmax: [[0]], logSumExp: [[0]], logSoftmax: [[0]] },
} satisfies Slip;
