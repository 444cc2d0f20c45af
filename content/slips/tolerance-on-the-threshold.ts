import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A small number is added in the comparison, or the probability is rounded before it, so that one just below the threshold counts, too.',
  hint: 'Compare the probability itself with `>=` and nothing else: at the threshold counts, below it does not.',
  parts: [
    ...[1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12].map((eps): Partial<Parts> => ({
      reaches: (score, threshold) => score + eps >= threshold,
    })),
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 12].map((digits): Partial<Parts> => ({
      scores: (z) => z.map((x) => Number(sigmoid(x).toFixed(digits))),
    })),
  ],
  shown: { labelsAbove: [[-1e-10], 0.5] },
} satisfies Slip;
