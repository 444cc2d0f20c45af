import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is only p; the target is missing. The right class gets no slope of its own.',
  hint: 'Take 1 from the share of class y.',
  parts: { target: () => 0 },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
