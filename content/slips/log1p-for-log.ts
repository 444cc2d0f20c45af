import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`Math.log1p(x)` is the logarithm of 1 + x. Here it is taken of the whole sum, which makes the sum 1 too large.',
  hint: 'Use `Math.log`, or hand `Math.log1p` the sum without its largest term, which is 1.',
  parts: { log: Math.log1p },
  shown: { logSumExp: [[0]], logSoftmax: [[0]] },
} satisfies Slip;
