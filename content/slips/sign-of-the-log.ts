import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm of the sum has the wrong sign: it is subtracted where it should be added, or added where it should be subtracted.',
  hint: 'log Σ e^z = max + log Σ e^(z − max), and a log-share is z minus all of that.',
  parts: { log: (s) => -Math.log(s) },
  shown: { logSumExp: [[0, 0]], logSoftmax: [[0, 0]], crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
