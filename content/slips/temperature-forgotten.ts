import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The temperature has no effect: every T gives what T = 1 gives. A T in the maximum alone, or as a factor of every exponential, cancels.',
  hint: 'At T = 2 every gap between two logits counts half. Divide before the exponential.',
  parts: { scale: (z) => z },
  shown: { softmax: [[0, 2], 2] },
} satisfies Slip;
