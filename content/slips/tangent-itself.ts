import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is tanh, which runs from −1 to 1. A probability runs from 0 to 1.',
  hint: '1/(1 + e^−z).',
  parts: [
    { curve: Math.tanh },
    { curve: (z) => 2 / (1 + Math.exp(-z)) - 1 },
    { curve: (z) => Math.tanh(z / 2) },
    { curve: (z) => (1 - Math.exp(-z)) / (1 + Math.exp(-z)) },
    { curve: (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)) },
    { first: Math.tanh },
    { first: (d) => Math.tanh(d / 2) },
  ],
  shown: { sigmoid: [0], twoLogitsToOne: [0, 0] },
} satisfies Slip;
