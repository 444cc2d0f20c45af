import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponential stands above and below the fraction line: e^z/(1 + e^z). From z = 710 on both are Infinity, and Infinity/Infinity is NaN.',
  hint: 'In 1/(1 + e^−z) an overflow is harmless: one over Infinity is 0.',
  parts: [
    { curve: (z) => Math.exp(z) / (1 + Math.exp(z)) },
    { first: (d) => Math.exp(d) / (1 + Math.exp(d)) },
    { scores: (z) => z.map((x) => Math.exp(x) / (1 + Math.exp(x))) },
  ],
  shown: { sigmoid: [1000], twoLogitsToOne: [1000, 0], labelsAbove: [[1000], 0.5] },
  misconception: 'the-formula-is-the-code',
  trace: { sigmoid: 'naiveSigmoidExpForm' },
} satisfies Slip;
