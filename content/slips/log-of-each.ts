import type { Slip } from '../../src/notebook/slip.ts';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

export default {
  says: 'The logarithm is taken of each exponential, and then they are summed: that gives back the sum of the logits. The logarithm of a sum is not the sum of the logarithms.',
  hint: 'Sum first, then take one logarithm: log(e^z₁ + e^z₂ + …).',
  parts: [
    { back: () => 0, log: (x) => x, total: (_, z) => sum(z) },
    { back: () => 0, log: (x) => x, total: (_, z) => sum(z.map((x) => Math.log(Math.exp(x)))) },
  ],
  in: ['logSumExp'],
  shown: { logSumExp: [[1, 2]] },
} satisfies Slip;
