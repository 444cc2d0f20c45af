import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponential inside the logarithm is taken of z, or of −z, whatever its sign: on one side it overflows, or counts twice with max(z, 0).',
  hint: 'Only −|z| may go into the exponential: max(z, 0) − z·y + log(1 + e^−|z|).',
  parts: [Math.log1p, (x: number) => Math.log(1 + x)].flatMap((log): Partial<Parts>[] => [
    { weighed: (y, _yes, _no, z) => (1 - y) * z + log(Math.exp(-z)) },
    { weighed: (y, _yes, _no, z) => log(Math.exp(z)) - y * z },
    { weighed: (y, _yes, _no, z) => Math.max(z, 0) - z * y + log(Math.exp(-z)) },
    { weighed: (y, _yes, _no, z) => Math.max(z, 0) - z * y + log(Math.exp(z)) },
    { weighed: (y, _yes, _no, z) => y * log(Math.exp(-z)) + (1 - y) * log(Math.exp(z)) },
    { weighed: (y, _yes, _no, z) => y * log(Math.exp(-z)) + (1 - y) * (z + log(Math.exp(-z))) },
  ]),
} satisfies Slip;
