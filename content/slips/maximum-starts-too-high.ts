import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The search for the largest logit starts from a fixed number, or nothing is subtracted below one. Where all logits lie below it, that number is taken for the maximum, and far below it every exponential becomes 0.',
  hint: 'Start from −Infinity, or from the first logit.',
  parts: [
    0,
    -1,
    Number.MIN_VALUE,
    1,
    1e-9,
    -10,
    -99,
    -100,
    -500,
    -999,
    -1000,
    -9999,
    -1e4,
    -5e4,
    -99_999,
    -1e5,
    -5e5,
    -999_999,
  ].flatMap((c) => [
    { shift: (z) => z.reduce((a, b) => Math.max(a, b), c) },
    { start: () => [c, 0] as [number, number] },
  ]),
} satisfies Slip;
