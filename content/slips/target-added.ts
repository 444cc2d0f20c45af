import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '1 is added to the share of the right class where it should be subtracted.',
  hint: 'The gradient is p − y: negative in the place of the right class, and the entries sum to 0.',
  parts: { slope: (p, target) => p + target },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
