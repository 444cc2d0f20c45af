import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`Math.max` is handed the list itself. It takes numbers, not a list: of a list with several entries it makes NaN, and of an empty one 0.',
  hint: 'Spread the list, `Math.max(...z)`, or reduce it. Spreading ends at about 125,000 entries; reducing does not.',
  python: {
    says: 'What is subtracted from the logits is NaN as soon as there are several.',
    hint: '`z.max()` or `max(z)` is the largest of them.',
  },
  parts: { shift: (z) => (z.length === 1 ? z[0]! : z.length === 0 ? 0 : NaN) },
  shown: {
    softmax: [[1, 2]],
    logSumExp: [[1, 2]],
    logSoftmax: [[1, 2]],
    crossEntropyGradient: [[1, 2], 0],
    crossEntropyWithLogits: [[1, 2], 0],
  },
} satisfies Slip;
