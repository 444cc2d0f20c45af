import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '1 is taken from the exponential of the right class, before the division by the sum. What has to lose 1 is the share.',
  hint: 'Divide first, then subtract: e/sum − 1 in the place of the right class.',
  parts: [
    { slope: (p, target, _n, shares) => p - target * Math.max(...shares) },
    { slope: (p, target, _n, shares) => (p - target * Math.max(...shares)) / (1 - Math.max(...shares)) },
  ],
  shown: { crossEntropyGradient: [[0, 0, 0], 0] },
} satisfies Slip;
