import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponential is taken of +|z|, which overflows.',
  hint: 'e^−|z|: the exponent is never positive.',
  parts: [{ weighed: (y, _yes, _no, z) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(Math.abs(z))) }],
  shown: { binaryCrossEntropyWithLogits: [1000, 1] },
} satisfies Slip;
