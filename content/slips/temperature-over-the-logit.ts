import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'T is divided by the logit, where the logit should be divided by T. A logit of 0 then makes NaN or Infinity, and larger logits get smaller shares.',
  hint: 'z / T: at T = 2 every gap between two logits counts half.',
  parts: { scale: (z, temperature) => temperature / z },
  shown: { softmax: [[1, 2], 1] },
} satisfies Slip;
