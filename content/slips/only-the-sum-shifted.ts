import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit is subtracted in the sum below the fraction line and not above it.',
  hint: 'Divide the same exponentials that you sum: those of z − max.',
  parts: {
    shift: () => 0,
    total: (_, z) => {
      const max = z.reduce((a, b) => Math.max(a, b), -Infinity);
      return z.reduce((s, x) => s + Math.exp(x - max), 0);
    },
  },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[5]] },
} satisfies Slip;
