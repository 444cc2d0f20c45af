import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Each exponential is divided by the sum so far, before the sum is complete. The first share is always 1.',
  hint: 'Finish the sum first, then divide.',
  parts: { share: (e, _, all, _temperature, i) => e / all.slice(0, i + 1).reduce((a, b) => a + b, 0) },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[0, 0]] },
} satisfies Slip;
