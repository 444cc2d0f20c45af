import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is the slope of the sigmoid, σ(1 − σ), not the sigmoid.',
  hint: 'Return σ itself.',
  parts: { curve: (z) => sigmoid(z) * sigmoid(-z) },
  shown: { sigmoid: [0] },
} satisfies Slip;
