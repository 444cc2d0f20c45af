import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The results are rounded to a few decimals. Small probabilities lose their digits, or become 0.',
  hint: 'Return the number as it is; rounding is for showing it.',
  parts: [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].flatMap((digits) => {
    const round = (x: number) => Number(x.toFixed(digits));
    return [
      { share: (e: number, s: number) => round(e / s) },
      { output: round },
      { first: (gap: number) => round(1 / (1 + Math.exp(-gap))) },
      { loss: round },
    ];
  }),
} satisfies Slip;
