import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The two branches are exchanged: each form is used on the side where its exponential overflows.',
  hint: 'For z ≥ 0 use 1/(1 + e^−z), for z < 0 use e^z/(1 + e^z): then no exponent is positive.',
  parts: { curve: (z) => (z >= 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))) },
  in: ['sigmoid'],
  shown: { sigmoid: [1000] },
} satisfies Slip;
