import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The target is not used: the term −z·y is missing.',
  hint: 'Three terms: max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: [
    { weighed: (_y, _yes, _no, z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) },
    { weighed: (_y, yes) => -yes },
  ],
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
