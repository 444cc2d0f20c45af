import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sum of the exponentials is 1 too large: it starts from 1, or `Math.log1p`, the logarithm of 1 + x, is taken of all of it.',
  hint: 'A sum starts from 0, and `Math.log` is the logarithm of x itself.',
  parts: { total: (e) => e.reduce((a, b) => a + b, 1) },
  shown: { softmax: [[0]], logSumExp: [[0]], logSoftmax: [[0]], crossEntropyWithLogits: [[0], 0] },
} satisfies Slip;
