import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The product z·y is added where it should be subtracted.',
  hint: 'Three terms: max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: { weighed: (y, _yes, _no, z) => Math.max(z, 0) + z * y + Math.log1p(Math.exp(-Math.abs(z))) },
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
