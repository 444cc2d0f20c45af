import type { Slip } from '../../src/notebook/slip.ts';

const transposed = (matrix: number[][]): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));

export default {
  says: 'All rows that come back are one and the same row: what is written into one of them stands in all.',
  hint: '`fill(row)` puts the same list into every place. Make a new list for each: `matrix.map((row) => [...row])`.',
  python: {
    hint: '`[row] * n` puts the same list into every place. Make a new one for each: `[list(row) for row in matrix]`.',
  },
  parts: [
    { turned: (shares, axis) => (axis === 0 ? shares.map(() => transposed(shares).flat()) : shares) },
    { turned: (shares) => shares.map(() => shares.at(-1)!) },
    { turned: (shares) => shares.map(() => shares[0]!) },
  ],
  shown: {
    softmaxAlongAxis: [
      [
        [0, 0],
        [0, 1],
      ],
      1,
    ],
  },
} satisfies Slip;
