import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '1 is taken from every share but that of the right class: the comparison is turned round.',
  hint: 'The target is 1 at place y, and 0 elsewhere.',
  parts: { target: (i, y) => (i === y ? 0 : 1) },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
