import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The result is divided by the number of classes.',
  hint: 'A mean is taken over the examples of a batch, not over classes; here there is one example.',
  parts: [{ loss: (loss, z) => loss / z.length }, { slope: (p, target, n) => (p - target) / n }],
  shown: { crossEntropyWithLogits: [[0, 0], 0], crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
