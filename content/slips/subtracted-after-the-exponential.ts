import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum, or its exponential, is subtracted from the exponentials. By then they have overflowed, and the shares are others: some are 0 or negative.',
  hint: 'Subtract before: e to the (z − max) is e^z divided by e^max, and that cancels above and below.',
  parts: [(m: number) => m, Math.exp].map((taken) => ({
    shift: () => 0,
    power: (x: number) => x,
    share: (_e: number, _s: number, z: number[], _t: number, i: number) => {
      const off = taken(z.reduce((a, b) => Math.max(a, b), -Infinity));
      const e = z.map((x) => Math.exp(x) - off);
      return e[i]! / e.reduce((a, b) => a + b, 0);
    },
  })),
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
  shown: { softmax: [[1, 3]], crossEntropyGradient: [[1, 3], 0] },
} satisfies Slip;
