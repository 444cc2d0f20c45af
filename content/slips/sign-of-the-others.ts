import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The slopes of the other classes have the wrong sign: raising their logits raises the loss.',
  hint: 'p − y for every class: p for the others, p − 1 for the right one.',
  parts: { slope: (p, target) => (target === 1 ? p - 1 : -p) },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
