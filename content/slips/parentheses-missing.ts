import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`1 / 1 + Math.exp(-z)` divides first and adds after: it is 1 + e^−z. The same holds for a sum below any fraction line.',
  hint: 'Put the whole denominator into parentheses.',
  parts: [
    { curve: (z) => Math.exp(z) / Math.exp(z) + 1 },
    { curve: (z) => Math.exp(z) / 1 + Math.exp(z) },
    { curve: (z) => 1 + Math.exp(-z) },
    { first: (d) => 1 + Math.exp(-d) },
  ],
  shown: { sigmoid: [0] },
} satisfies Slip;
