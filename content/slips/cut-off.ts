import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Beyond a bound the result is set to 0 or 1. On the left the true values are small there, but not 0.',
  hint: 'Leave the far ends to the formula: it goes to 0 and 1 by itself.',
  parts: [4, 5, 6, 8, 10, 15, 16, 20, 25, 30, 32, 35, 36, 37, 40, 45, 50, 60, 80, 88, 100, 200, 300, 500, 600].map(
    (c): Partial<Parts> => ({ curve: (z) => (z > c ? 1 : z < -c ? 0 : sigmoid(z)) }),
  ),
} satisfies Slip;
