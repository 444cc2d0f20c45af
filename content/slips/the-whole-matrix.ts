import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'All numbers of the matrix compete with each other: the whole sums to one, not each row or column.',
  hint: 'Hand softmax one row, or one column, at a time.',
  parts: { along: () => 'all' },
  shown: {
    softmaxAlongAxis: [
      [
        [0, 0],
        [0, 0],
      ],
      1,
    ],
  },
  misconception: 'any-dim',
} satisfies Slip;
