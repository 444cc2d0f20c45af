import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'It branches on y and has only two cases. A target between 0 and 1, as 0.5, gets the loss of one of them.',
  hint: 'Weigh the two terms with y and 1 − y: that covers 0 and 1, and all between.',
  parts: [
    { weighed: (y, yes, no) => (y === 1 ? -yes : -no) },
    { weighed: (y, yes, no) => (y === 0 ? -no : -yes) },
    { weighed: (y, yes, no) => (y > 0.5 ? -yes : -no) },
    { weighed: (y, yes, no) => (y >= 0.5 ? -yes : -no) },
  ],
  shown: { binaryCrossEntropyWithLogits: [2, 0.5] },
} satisfies Slip;
