import type { Slip } from '../../src/notebook/slip.ts';

const largest = (z: number[]): number => z.reduce((a, b) => Math.max(a, b), -Infinity);
const sum = (e: number[]): number => e.reduce((a, b) => a + b, 0);

export default {
  says: 'The maximum and the logarithm of the sum are multiplied. Taking e^max out of the sum as a factor leaves a sum of two logarithms.',
  hint: 'The logarithm of a product is a sum: max + log Σ e^(z − max).',
  parts: { back: () => 0, log: (x) => x, total: (e, z) => largest(z) * Math.log(sum(e)) },
  in: ['logSumExp'],
  shown: { logSumExp: [[1, 1]] },
} satisfies Slip;
