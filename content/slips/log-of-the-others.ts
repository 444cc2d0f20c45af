import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm is that of 1 − p, what the other classes have together. It is large where the right class is sure.',
  hint: 'The loss is minus the logarithm of p, the share of the right class.',
  parts: [
    { pick: (logs, y) => Math.log(1 - Math.exp(logs[y]!)) },
    { pick: (logs, y) => Math.log1p(-Math.exp(logs[y]!)) },
  ],
  shown: { crossEntropyWithLogits: [[0, 2], 0] },
} satisfies Slip;
