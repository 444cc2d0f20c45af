import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is the squared error of the probability, not a logarithm.',
  hint: 'Cross-entropy is minus the logarithm of the probability of what is right, computed from the logits.',
  parts: [
    { weighed: (y, _yes, _no, z) => (1 / (1 + Math.exp(-z)) - y) ** 2 },
    { weighed: (y, _yes, _no, z) => (sigmoid(z) - y) ** 2 },
    { pick: (logs, y) => -logs.reduce((s, log, i) => s + (Math.exp(log) - (i === y ? 1 : 0)) ** 2, 0) },
    { pick: (logs, y) => -logs.reduce((s, log, i) => s + (Math.exp(log) - (i === y ? 1 : 0)) ** 2, 0) / logs.length },
    { pick: (logs, y) => -((1 - Math.exp(logs[y]!)) ** 2) },
  ],
  shown: { binaryCrossEntropyWithLogits: [0, 1], crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
