import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`Math.log(1 + x)` rounds 1 + x first. For a tiny x that leaves 1, and the loss is 0 where it should be tiny.',
  hint: '`Math.log1p(x)` is the logarithm of 1 + x, and keeps the digits of a tiny x.',
  parts: [
    {
      logs: (z) => {
        const softplus = (x: number) => Math.max(x, 0) + Math.log(1 + Math.exp(-Math.abs(x)));
        return [-softplus(-z), -softplus(z)];
      },
    },
    { weighed: (y, _yes, _no, z) => Math.max(z, 0) - z * y + Math.log(1 + Math.exp(-Math.abs(z))) },
  ],
  shown: { binaryCrossEntropyWithLogits: [40, 1] },
} satisfies Slip;
