import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The result is twice p − y, as squared error would have it.',
  hint: 'The gradient of cross-entropy is p − y.',
  parts: { slope: (p, target) => 2 * (p - target) },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
