import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is how the share of the right class changes with each logit, a row of the Jacobian of softmax. The loss is minus the logarithm of that share.',
  hint: 'By the chain rule it is multiplied by −1/p of the right class: that p cancels, and p − y is left.',
  parts: [
    { slope: (p, target, _n, shares, y) => shares[y]! * (target - p) },
    { slope: (p, target, _n, shares, y) => shares[y]! * (p - target) },
  ],
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
