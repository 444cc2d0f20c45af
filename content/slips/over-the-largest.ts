import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponentials are divided by the largest of them, not by their sum. The largest share is always 1.',
  hint: 'Sum the exponentials, and divide by the sum.',
  parts: { total: (e) => e.reduce((a, b) => Math.max(a, b), 0) },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[0, 0]] },
} satisfies Slip;
