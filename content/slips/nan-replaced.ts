import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

/** What is put in the place of NaN, for n entries. */
const guesses: ((n: number) => number)[] = [() => 0, () => 1, (n) => 1 / n, () => 0.5, () => 1e-9];

export default {
  says: 'NaN or Infinity is replaced by a number after it has come about. That number is a guess, and what was lost before stays lost.',
  hint: 'Ask where it comes from, Infinity/Infinity, 0/0 or the logarithm of 0, and compute so that this does not occur.',
  parts: [
    ...guesses.flatMap((guess): Partial<Parts>[] => {
      const instead = (x: number, n: number) => (Number.isNaN(x) ? guess(n) : x);
      const finite = (x: number, n: number) => (Number.isFinite(x) ? x : guess(n));
      return [
        { shift: () => 0, share: (e, s, all) => instead(e / s, all.length) },
        { shift: () => 0, share: (e, s, all) => (Number.isFinite(s) && s > 0 ? e / s : guess(all.length)) },
        ...(guess(1) === 0 ? [] : [{ curve: (z: number) => instead(Math.exp(z) / (1 + Math.exp(z)), 1) }]),
        { first: (_, a, b) => instead(Math.exp(a) / (Math.exp(a) + Math.exp(b)), 1) },
        { first: (d) => instead(Math.exp(d) / (1 + Math.exp(d)), 1) },
        { entry: (_z, _back, _log, share) => finite(Math.log(share), 1) },
      ];
    }),
    ...[100, 1000, 1e4, 1e6, 1e9, 1e10, 999, 999_999, 709, 745, 20, 30, Number.MAX_VALUE].map(
      (most): Partial<Parts> => ({
        entry: (_z, _back, _log, share) => (Number.isFinite(Math.log(share)) ? Math.log(share) : -most),
      }),
    ),
    ...[
      (z: number) => Math.abs(z),
      (z: number) => Math.max(z, 0),
      ...[0, 1, 20, 50, 100, 1000, 1e4, 1e6, 1e9, Number.MAX_VALUE].map((c) => () => c),
    ].map((guess): Partial<Parts> => ({
      logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log(1 - 1 / (1 + Math.exp(-z)))],
      weighed: (y, yes, no, z) => {
        const loss = -(y * yes + (1 - y) * no);
        return Number.isFinite(loss) ? loss : guess(z);
      },
    })),
  ],
  shown: {
    softmax: [[1000, 1000, 0]],
    crossEntropyGradient: [[1000, 1000, 0], 0],
    twoLogitsToOne: [1000, 1000],
  },
} satisfies Slip;
