import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is the slope of the sigmoid, σ(1 − σ), or a multiple of it, not the sigmoid.',
  hint: 'Return σ itself.',
  parts: [
    { curve: (z) => sigmoid(z) * sigmoid(-z) },
    {
      curve: (z) => {
        const s = 1 / (1 + Math.exp(-z));
        return s * (1 - s);
      },
    },
    { curve: (z) => 4 * sigmoid(z) * sigmoid(-z) },
    { curve: (z) => 4 * (1 / (1 + Math.exp(-z))) * (1 - 1 / (1 + Math.exp(-z))) },
    { curve: (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2 },
  ],
  shown: { sigmoid: [2] },
} satisfies Slip;
