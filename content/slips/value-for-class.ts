import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The number of the class is compared with a value of the list, a logit or an exponential, and not with its place.',
  hint: '`map` hands over the value and the place: `e.map((x, i) => …)`, and i is what has to equal y.',
  python: { hint: '`enumerate(z)` hands over the place and the value, and the place is what has to equal y.' },
  parts: [
    { target: (i, y, z) => (z[i] === y ? 1 : 0) },
    { target: (i, y, z) => (Math.exp(z[i]! - Math.max(...z)) === y ? 1 : 0) },
    { target: (i, y, z) => (Math.exp(z[i]!) === y ? 1 : 0) },
  ],
  shown: { crossEntropyGradient: [[3, 2], 1] },
} satisfies Slip;
