import type { Slip } from '../../src/notebook/slip.ts';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (z: number[]): number => sum(z) / z.length;
const spread = (z: number[], n: number): number => Math.sqrt(sum(z.map((x) => (x - mean(z)) ** 2)) / n);

/** Other scales on which logits are put. */
const scales: ((z: number[]) => (x: number) => number)[] = [
  (z) => (x) => x / Math.max(...z),
  (z) => (x) => x / Math.max(...z.map(Math.abs)),
  (z) => (x) => x / (Math.max(...z) || 1),
  (z) => (x) => x / (Math.max(...z.map(Math.abs)) || 1),
  (z) => (x) => (x - Math.min(...z)) / (Math.max(...z) - Math.min(...z) || 1),
  (z) => (x) => (x - mean(z)) / (spread(z, z.length) || 1),
  (z) => (x) => (x - Math.max(...z)) / Math.max(...z),
  (z) => (x) => (x - Math.min(...z)) / (Math.max(...z) - Math.min(...z)),
  (z) => (x) => (x - mean(z)) / spread(z, z.length),
  (z) => (x) => (x - mean(z)) / spread(z, z.length - 1),
  (z) => (x) => x / Math.hypot(...z),
  (z) => (x) => x / z.length,
  (z) => (x) => x / sum(z),
  (z) => (x) => x / sum(z.map(Math.abs)),
  ...[10, 100, 1000].map((c) => () => (x: number) => x / c),
];

export default {
  says: 'The logits are divided before the exponential, by the largest, by their size, sum, spread or number, or by a fixed number. Softmax sees only the gaps between logits, and dividing changes the gaps: the shares are not those of these logits, and where the divisor is 0 they are NaN.',
  hint: 'Subtracting leaves every gap as it is: e to the (z − max).',
  parts: scales.map((scale) => ({
    shift: () => 0,
    power: (x: number) => x,
    share: (_e: number, _s: number, z: number[], _t: number, i: number) => {
      const e = z.map(scale(z)).map((x) => Math.exp(x));
      return e[i]! / sum(e);
    },
  })),
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[0, 3]], crossEntropyGradient: [[0, 3], 0] },
} satisfies Slip;
