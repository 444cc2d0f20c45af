import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The shares come back in the order of their size. `sort` does not make a new list: it puts the entries of this one in order, and where each logit stood is forgotten.',
  hint: 'No order is needed: find the maximum with a loop or with `reduce`. If you sort, sort a copy, `[...z].sort(…)`.',
  python: {
    hint: 'No order is needed: `z.max()` or `max(z)` is the largest. If you sort, sort a copy: `sorted(z)` or `np.sort(z)`.',
  },
  parts: [
    { share: (_e, s, all, _t, i) => all.toSorted((a, b) => b - a)[i]! / s },
    { share: (_e, s, all, _t, i) => all.toSorted((a, b) => a - b)[i]! / s },
  ],
  in: ['softmax'],
  shown: { softmax: [[0, 1]] },
} satisfies Slip;
