import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Each logit goes through a sigmoid of its own. What comes out does not sum to one.',
  hint: 'In softmax the classes share one probability: every exponential is divided by the sum of all.',
  parts: [
    { power: (z) => 1 / (1 + Math.exp(-z)), shift: () => 0, share: (e) => e },
    { power: sigmoid, shift: () => 0, share: (e) => e },
  ],
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[0, 0, 0]] },
  misconception: 'sigmoids-sum-to-one',
} satisfies Slip;
