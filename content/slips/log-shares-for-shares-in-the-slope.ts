import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithms of the shares stand where the shares should. The gradient is p − y, with the shares themselves.',
  hint: 'The logarithm belongs to the loss; its derivative has none left.',
  parts: [
    { slope: (p, target) => Math.log(p) - target },
    { slope: (p) => -Math.log(p) },
    { slope: (p) => Math.log(p) },
    { slope: (p, target) => -target * Math.log(p) },
    {
      power: (gap) => gap,
      total: (gaps) => Math.log(gaps.reduce((s, gap) => s + Math.exp(gap), 0)),
      share: (gap, log) => gap - log,
    },
  ],
  in: ['crossEntropyGradient'],
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
