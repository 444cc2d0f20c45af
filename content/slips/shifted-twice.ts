import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is subtracted twice before the exponential. Where it is large, all exponentials become 0, or overflow where it is far below 0.',
  hint: 'Subtract it once: from the logits, or from what you made of them, not from both.',
  parts: { shift: (z) => 2 * z.reduce((a, b) => Math.max(a, b), -Infinity) },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[1000]], crossEntropyGradient: [[1000], 0] },
} satisfies Slip;
