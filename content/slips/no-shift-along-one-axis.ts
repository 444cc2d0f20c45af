import type { Slip } from '../../src/notebook/slip.ts';

const least = (matrix: number[][], axis: number): number[][] =>
  matrix.map((row) => row.map((x, j) => x - Math.max(...(axis === 1 ? row : matrix.map((other) => other[j]!)))));

export default {
  says: 'Along one axis the maximum is subtracted; along the other the exponentials are taken of the numbers as they are, and overflow from 710 on.',
  hint: 'Write softmax for one list, with the maximum subtracted, and use it for rows and columns alike.',
  parts: [0, 1].map((bare) => ({
    prepared: (matrix: number[][], axis: number) => (axis === bare ? matrix : least(matrix, axis)),
    shift: () => 0,
  })),
} satisfies Slip;
