import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm is missing.',
  hint: 'Compare the name of the function with what it does last.',
  parts: [{ log: (s) => s, back: () => 0, shift: () => 0 }, { log: (s) => s }],
  in: ['logSumExp', 'logSoftmax'],
  shown: { logSumExp: [[0, 0]], logSoftmax: [[0, 0]] },
} satisfies Slip;
