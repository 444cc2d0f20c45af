import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'From z = 710 on it returns 0. There e^z is Infinity, and 0 is what is left of it, by a guard against NaN or as e^−∞.',
  hint: 'In 1/(1 + e^−z) an overflow is harmless, and what it leaves is right: one over Infinity is 0.',
  parts: { curve: (z) => (Math.exp(z) === Infinity ? 0 : sigmoid(z)) },
  shown: { sigmoid: [1000] },
} satisfies Slip;
