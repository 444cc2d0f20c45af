import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'One of the two terms is missing: the loss of a yes, or that of a no.',
  hint: '−y·log σ(z) − (1 − y)·log(1 − σ(z)): with y = 0 the second one is all that is left.',
  parts: [
    { weighed: (y, yes) => -y * yes },
    { weighed: (y, yes) => (y === 0 ? 0 : -y * yes) },
    { weighed: (y, _, no) => -(1 - y) * no },
    { weighed: (y, _, no) => (y === 1 ? 0 : -(1 - y) * no) },
  ],
} satisfies Slip;
