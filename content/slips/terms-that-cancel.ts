import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'For y = 1 and a large z two numbers are subtracted that are nearly equal, z + log(1 + e^−z) and z: of a tiny loss nothing is left.',
  hint: 'Subtract z·y from max(z, 0) first, which is exact, and add the logarithm after.',
  parts: [
    { weighed: (y, _yes, _no, z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y * z },
    { weighed: (y, _yes, no, z) => -no - y * z },
  ],
  shown: { binaryCrossEntropyWithLogits: [40, 1] },
} satisfies Slip;
