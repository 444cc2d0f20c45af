import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'It asks for more than the threshold. At the threshold itself counts as yes, too.',
  hint: '“At least” is `>=`.',
  parts: [
    { reaches: (score, threshold) => score > threshold },
    { scores: (z) => z, reaches: (x, threshold) => x > Math.log(threshold / (1 - threshold)) },
  ],
  shown: { labelsAbove: [[0], 0.5] },
} satisfies Slip;
