import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the smallest logit. It keeps exponents at 0 or above, which is the wrong side: the others can still overflow.',
  hint: 'Subtract the largest instead, so that no exponent is above 0.',
  parts: { shift: (z) => z.reduce((a, b) => (b < a ? b : a), Infinity) },
  shown: { softmax: [[0, 1000]], logSumExp: [[0, 1000]], logSoftmax: [[0, 1000]] },
} satisfies Slip;
