import type { Slip } from '../../src/notebook/slip.ts';

const rows = (matrix: number[][]): number[][] => matrix.map((row) => row.map((x) => x - Math.max(...row)));
const columns = (matrix: number[][]): number[][] =>
  matrix.map((row) => row.map((x, j) => x - Math.max(...matrix.map((other) => other[j]!))));

export default {
  says: 'The maximum is taken along one axis whatever `axis` says, and the sum along the right one. Numbers of one column that are shifted by different amounts no longer have their gaps.',
  hint: 'Maximum and sum belong to the same numbers, those that compete: with axis 0, both go down the column.',
  parts: [
    { prepared: rows, shift: () => 0 },
    { prepared: columns, shift: () => 0 },
    { prepared: (matrix, axis) => (axis === 1 ? columns : rows)(matrix), shift: () => 0 },
  ],
  shown: {
    softmaxAlongAxis: [
      [
        [0, 1],
        [0, 0],
      ],
      0,
    ],
  },
} satisfies Slip;
