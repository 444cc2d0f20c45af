import type { Slip } from '../../src/notebook/slip.ts';

const largest = (z: number[]): number => z.reduce((a, b) => Math.max(a, b), -Infinity);
const sum = (e: number[]): number => e.reduce((a, b) => a + b, 0);

export default {
  says: 'The maximum goes into a logarithm itself. The factor that was taken out of the sum is e^max, and its logarithm is the maximum.',
  hint: 'Add the maximum outside the logarithm, as it is: max + log Σ e^(z − max).',
  parts: [
    { back: () => 0, log: (x) => x, total: (e, z) => Math.log(largest(z) + sum(e)) },
    { back: () => 0, log: (x) => x, total: (e, z) => Math.log(largest(z)) + Math.log(sum(e)) },
    { back: () => 0, log: (x) => x, total: (e, z) => Math.log(largest(z) * sum(e)) },
  ],
  in: ['logSumExp'],
  shown: { logSumExp: [[2]] },
} satisfies Slip;
