import type { Slip } from '../../src/notebook/slip.ts';

const largest = (z: number[]): number => z.reduce((a, b) => Math.max(a, b), -Infinity);

export default {
  says: 'The exponentials are taken as they are, and where that overflows the largest logit stands in for the result. It is only near: for two logits of 1000 the log of 2 is missing, and far below 0 the sum is 0 and its logarithm −Infinity.',
  hint: 'max + log Σ e^(z − max) holds everywhere: no case is needed.',
  parts: [Infinity, NaN].map((end) => ({
    shift: () => 0,
    back: () => 0,
    log: (x: number) => x,
    total: (e: number[], z: number[]) => {
      const log = Math.log(e.reduce((a, b) => a + b, 0));
      return (Number.isNaN(end) ? !Number.isFinite(log) : log === end) ? largest(z) : log;
    },
  })),
  in: ['logSumExp'],
  shown: { logSumExp: [[1000, 1000]] },
} satisfies Slip;
