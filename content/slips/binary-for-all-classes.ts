import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The loss of a yes or no is summed over all classes: log p of the right one, and log(1 − p) of every other. That belongs to sigmoids, one for each class.',
  hint: 'Softmax has one right class, and the loss is minus the logarithm of its share, nothing else.',
  parts: [
    { pick: (logs, y) => logs.reduce((s, log, i) => s + (i === y ? log : Math.log(1 - Math.exp(log))), 0) },
    { pick: (logs, y) => logs.reduce((s, log, i) => s + (i === y ? log : Math.log1p(-Math.exp(log))), 0) },
  ],
  shown: { crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
