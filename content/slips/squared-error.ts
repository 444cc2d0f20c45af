import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is the squared error of the probability, not a logarithm.',
  hint: '−y·log σ(z) − (1 − y)·log(1 − σ(z)), computed from z.',
  parts: [
    { weighed: (y, _yes, _no, z) => (1 / (1 + Math.exp(-z)) - y) ** 2 },
    { weighed: (y, _yes, _no, z) => (sigmoid(z) - y) ** 2 },
  ],
  shown: { binaryCrossEntropyWithLogits: [0, 1] },
} satisfies Slip;
