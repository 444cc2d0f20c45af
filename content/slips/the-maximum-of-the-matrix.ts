import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the largest number of the whole matrix. A row or column that lies far below it loses all its exponentials to 0, and 0/0 is NaN.',
  hint: 'Every row, or column, needs the maximum of its own: find it among the numbers that compete.',
  parts: {
    prepared: (matrix) => {
      const most = Math.max(...matrix.flat());
      return matrix.map((row) => row.map((x) => x - most));
    },
    shift: () => 0,
  },
  shown: { softmaxAlongAxis: [[[0], [-1000]], 1] },
} satisfies Slip;
