import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponentials come back as they are, not divided by their sum.',
  hint: 'Shares sum to one: divide each exponential by the sum of all.',
  parts: { share: (e) => e },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[0, 0]], softmaxAlongAxis: [[[0, 0]], 1] },
} satisfies Slip;
