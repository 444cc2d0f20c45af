import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The second entry is not the sum itself: a logarithm was taken of it, or it was turned upside down.',
  hint: '[m, s]: the sum of e to the (z − m), at least 1.',
  parts: [
    { pair: (m, s) => [m, Math.log(s)] },
    { pair: (m, s) => [m, m + Math.log(s)] },
    { pair: (m, s) => [m, 1 / s] },
  ],
} satisfies Slip;
