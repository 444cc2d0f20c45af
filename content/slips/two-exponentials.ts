import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Both exponentials are taken as they are. From 710 on they are Infinity, below −745 they are 0, and the quotient is NaN.',
  hint: 'Divide above and below by e^z1. One exponential is left, of a difference.',
  parts: [
    { first: (_, a, b) => Math.exp(a) / (Math.exp(a) + Math.exp(b)) },
    { first: (_, a, b) => 1 / (1 + Math.exp(b) / Math.exp(a)) },
  ],
  shown: { twoLogitsToOne: [1000, 1000] },
  misconception: 'the-formula-is-the-code',
} satisfies Slip;
