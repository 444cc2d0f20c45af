import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The two terms are exchanged: a yes is weighed with 1 − y, and a no with y.',
  hint: 'With y = 1 a large positive logit costs nearly nothing.',
  parts: [{ weighed: (y, yes, no) => -(y === 0 ? 0 : y * no) - (y === 1 ? 0 : (1 - y) * yes) }, { weighed: (y, yes, no) => -(y * no + (1 - y) * yes) }],
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
