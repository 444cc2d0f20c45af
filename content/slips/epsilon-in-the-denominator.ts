import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A small number is added to a denominator. Every result is off by that fraction.',
  hint: 'There is nothing to guard against: with the largest logit subtracted the sum is at least 1, and T is above 0.',
  parts: [1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13].flatMap((eps) => [
    { share: (e: number, s: number) => e / (s + eps) },
    { scale: (z: number, temperature: number) => z / (temperature + eps) },
    { curve: (z: number) => 1 / (1 + Math.exp(-z) + eps) },
  ]),
} satisfies Slip;
