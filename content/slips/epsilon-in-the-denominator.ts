import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A small number is added to the denominator. It makes every result too small by that fraction, and the shares don’t quite sum to one.',
  hint: 'With the largest logit subtracted the sum is at least 1: there is nothing to guard against.',
  parts: [1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13].flatMap((eps) => [{ share: (e: number, s: number) => e / (s + eps) }, { curve: (z: number) => 1 / (1 + Math.exp(-z) + eps) }]),
} satisfies Slip;
