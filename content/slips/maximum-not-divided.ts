import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum that is subtracted is that of the logits before they are divided by T. For T above 1 it is too large, and far from 0 every exponential becomes 0; for T below 1 it is too small.',
  hint: 'Subtract first and divide the difference, or take the maximum of what has been divided already.',
  parts: { shift: (_, z) => z.reduce((a, b) => (b > a ? b : a), -Infinity) },
  in: ['softmax'],
} satisfies Slip;
