import { softmax } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits go through softmax, and the shares through another softmax inside the loss. Shares lie between 0 and 1, so that the second one is nearly flat.',
  hint: 'Hand the logits themselves to the logarithm of the shares, once.',
  parts: { before: (z) => [...softmax(z)] },
  shown: { crossEntropyWithLogits: [[0, 1000], 0] },
  misconception: 'softmax-before-cross-entropy',
} satisfies Slip;
