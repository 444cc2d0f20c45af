import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'T takes the place of e: it is raised to the power of each logit, and at T = 1 all shares are alike.',
  hint: 'The base stays e, and T divides what is above: e to the (z/T).',
  parts: { scale: (z, temperature) => z * Math.log(temperature) },
  shown: { softmax: [[0, 1], 2] },
} satisfies Slip;
