import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is put back with the wrong sign.',
  hint: 'log Σ e^z = max + log Σ e^(z − max).',
  parts: { back: (m) => -m },
  shown: { logSumExp: [[5]], logSoftmax: [[5]], crossEntropyWithLogits: [[5], 0] },
} satisfies Slip;
