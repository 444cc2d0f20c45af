import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What comes back are the logarithms of the shares, all of them negative.',
  hint: 'The shares themselves are asked for: no logarithm at the end.',
  parts: [
    { share: (e, s) => Math.log(e / s) },
    {
      power: (gap) => gap,
      total: (gaps) => Math.log(gaps.reduce((s, gap) => s + Math.exp(gap), 0)),
      share: (gap, log) => gap - log,
    },
  ],
  in: ['softmax', 'softmaxAlongAxis'],
} satisfies Slip;
