import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '1 is taken from every share, not only from that of the right class.',
  hint: 'The target is 1 at place y and 0 elsewhere.',
  parts: { target: () => 1 },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
