import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm of the sum is subtracted, but the sum is one of exponentials as they are: from 710 on e^z is more than a float64 holds, and below −745 it is 0.',
  hint: 'Subtract the largest logit before the exponentials are summed, too.',
  parts: {
    shift: () => 0,
    power: (z) => z,
    total: (z) => Math.log(z.reduce((s, x) => s + Math.exp(x), 0)),
    share: (z, log) => Math.exp(z - log),
  },
  shown: { softmax: [[-1000]] },
  misconception: 'the-formula-is-the-code',
} satisfies Slip;
