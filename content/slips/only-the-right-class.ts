import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only the right class has a slope; the others are 0 here. But raising any other logit raises the loss, too.',
  hint: 'Each other class has its share p as its slope: the entries sum to 0.',
  parts: { slope: (p, target) => (target === 1 ? p - 1 : 0) },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
