import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '1 is taken from the logit of the right class, before softmax, and not from its share.',
  hint: 'Take the softmax of the logits as they are, and subtract from its result.',
  parts: {
    slope: (p, target, _n, shares, y) =>
      (p * Math.exp(-target)) / shares.reduce((sum, share, i) => sum + (i === y ? share / Math.E : share), 0),
  },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
