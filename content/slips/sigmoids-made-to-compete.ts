import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

export default {
  says: 'The sigmoids are divided by their sum, or by the largest of them, before they are compared. Then the answer to one question depends on the others.',
  hint: 'Compare each sigmoid as it is: the labels don’t share one probability.',
  parts: [
    { scores: (z) => z.map((x) => sigmoid(x) / sum(z.map(sigmoid))) },
    { scores: (z) => z.map((x) => sigmoid(x) / Math.max(...z.map(sigmoid))) },
  ],
  shown: { labelsAbove: [[0], 0.9] },
  misconception: 'softmax-for-co-occurring-labels',
} satisfies Slip;
