import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit of the right class is subtracted from all, and the logarithm of the sum is taken of that. On paper this is the loss; but a logit that lies 710 above the right class overflows.',
  hint: 'Subtract the largest logit, and take the right class off outside the logarithm.',
  parts: { pick: (logs, y) => -Math.log(logs.reduce((s, log) => s + Math.exp(log - logs[y]!), 0)) },
  shown: { crossEntropyWithLogits: [[0, 1000], 0] },
} satisfies Slip;
