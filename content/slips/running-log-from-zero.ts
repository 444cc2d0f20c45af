import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The running log-sum-exp starts from 0. That is the logarithm of 1, so that the sum is 1 too large: it counts a logit of 0 that is not there.',
  hint: 'An empty sum is 0, and its logarithm −∞: start from −Infinity, or from the first logit.',
  parts: {
    back: () => 0,
    log: (x) => x,
    total: (_, z) => {
      const most = Math.max(0, ...z);
      return most + Math.log(z.reduce((s, x) => s + Math.exp(x - most), Math.exp(-most)));
    },
  },
  in: ['logSumExp'],
  shown: { logSumExp: [[0]] },
} satisfies Slip;
