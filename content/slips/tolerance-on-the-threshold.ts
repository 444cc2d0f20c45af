import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A small number is added in the comparison, or the probability is rounded before it, so that one just below the threshold counts, too.',
  hint: 'Compare the probability itself with `>=` and nothing else: at the threshold counts, below it does not.',
  parts: [1e-7, 1e-8, 1e-9].map((eps) => ({ reaches: (score: number, threshold: number) => score + eps >= threshold })),
  shown: { labelsAbove: [[-1e-10], 0.5] },
} satisfies Slip;
