import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is put back once for every logit. It was one factor of the whole sum, and comes back once.',
  hint: 'max + log Σ e^(z − max), with one max.',
  parts: {
    back: () => 0,
    log: (x) => x,
    total: (e, z) => z.length * Math.max(...z) + Math.log(e.reduce((a, b) => a + b, 0)),
  },
  in: ['logSumExp'],
  shown: { logSumExp: [[1, 1]] },
} satisfies Slip;
