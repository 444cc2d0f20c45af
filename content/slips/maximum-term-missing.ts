import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The term max(z, 0) is missing.',
  hint: 'Three terms: max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: { weighed: (y, _yes, _no, z) => -z * y + Math.log1p(Math.exp(-Math.abs(z))) },
  shown: { binaryCrossEntropyWithLogits: [2, 0] },
} satisfies Slip;
