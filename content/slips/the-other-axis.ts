import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The axes are confused: with axis 0 the rows compete here, and with axis 1 the columns.',
  hint: 'The axis is the one that you sum along: with axis 1 every row sums to one.',
  parts: { along: (axis) => 1 - axis },
  shown: { softmaxAlongAxis: [[[0, 0]], 1] },
  misconception: 'any-dim',
} satisfies Slip;
