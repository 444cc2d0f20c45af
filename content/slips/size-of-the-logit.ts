import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The absolute value stands where max(z, 0) should be.',
  hint: 'max(z, 0) is 0 for a negative z: three terms, max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: { weighed: (y, _yes, _no, z) => Math.abs(z) - z * y + Math.log1p(Math.exp(-Math.abs(z))) },
  shown: { binaryCrossEntropyWithLogits: [-2, 0] },
} satisfies Slip;
