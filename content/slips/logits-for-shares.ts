import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The target is taken from the logits, not from their shares.',
  hint: 'The slope is p − y, where p is the softmax of the logits.',
  parts: { power: (d) => d, shift: () => 0, share: (e) => e },
  in: ['crossEntropyGradient'],
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
