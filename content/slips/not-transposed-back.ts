import type { Slip } from '../../src/notebook/slip.ts';

const transposed = (matrix: number[][]): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));

export default {
  says: 'Along one axis the shares are right, and lie on their side: what was a column comes back as a row.',
  hint: 'Transpose back at the end, so that every share stands where its number stood.',
  parts: [
    { turned: (shares, axis) => (axis === 0 ? transposed(shares) : shares) },
    { turned: (shares, axis) => (axis === 1 ? transposed(shares) : shares) },
    { turned: (shares) => transposed(shares) },
  ],
  shown: {
    softmaxAlongAxis: [
      [
        [1, 2],
        [3, 5],
      ],
      0,
    ],
  },
} satisfies Slip;
