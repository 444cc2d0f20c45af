import type { Slip } from '../../src/notebook/slip.ts';

/** The sum of the same exponentials at T = 1. */
const cold = (all: number[], temperature: number): number => all.reduce((sum, e) => sum + e ** temperature, 0);

export default {
  says: 'Only above the fraction line the logits are divided by T; below it the sum is that of T = 1.',
  hint: 'The shares then do not sum to 1. Take the sum of the same exponentials that you divide: those of z/T.',
  parts: [
    { shift: () => 0, share: (e, _, all, temperature) => e / cold(all, temperature) },
    { share: (e, _, all, temperature) => e / cold(all, temperature) },
  ],
  in: ['softmax'],
  shown: { softmax: [[0, 1], 2] },
} satisfies Slip;
