import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The number of the class is subtracted from the shares, as if it were the target.',
  hint: 'The target is a list: 1 at place y and 0 elsewhere.',
  parts: { target: (_, y) => y },
  shown: { crossEntropyGradient: [[0, 0], 1] },
} satisfies Slip;
