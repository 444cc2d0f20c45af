import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Each logit goes through a sigmoid, and the sigmoids are divided by their sum. The result sums to one, but it is not softmax: far logits all count the same.',
  hint: 'Softmax divides exponentials, e^z, by their sum.',
  parts: [
    { power: (z) => 1 / (1 + Math.exp(-z)), shift: () => 0 },
    { power: sigmoid, shift: () => 0 },
  ],
  in: ['softmax', 'softmaxAlongAxis'],
  shown: { softmax: [[10, 20]] },
  misconception: 'sigmoids-sum-to-one',
} satisfies Slip;
