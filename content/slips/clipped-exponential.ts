import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponential is kept from overflowing by a bound. Beyond the bound all logits look alike, several at the bound may still sum to Infinity, and far below 0 the exponentials are 0 as before.',
  hint: 'Nothing has to be cut off: with the largest logit subtracted, no exponential is above 1, and one is exactly 1.',
  parts: [
    ...[Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, 1e308, 1e307, 1e300, 1e200, 1e100, 1e50, 1e30, 1e20, 1e15, 1e12].map(
      (most) => (x: number) => Math.min(Math.exp(x), most),
    ),
    ...[20, 30, 50, 60, 80, 88, 100, 200, 300, 500, 600, 700, 709].map((c) => (x: number) => Math.exp(Math.min(x, c))),
  ].map((power) => ({ shift: () => 0, power })),
  shown: { softmax: [[1000, 2000]], crossEntropyGradient: [[1000, 2000], 0] },
} satisfies Slip;
