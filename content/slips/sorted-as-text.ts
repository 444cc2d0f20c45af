import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit is looked for among texts, as `sort` without a comparison does: there 9 comes after 10, and −2 after −1.',
  hint: 'Compare numbers: reduce with `Math.max`, or give `sort` a comparison, `(a, b) => a - b`.',
  python: {
    says: 'The largest logit is looked for among texts: there 9 comes after 10, and −2 after −1.',
    hint: 'Compare numbers: `z.max()` or `max(z)`.',
  },
  parts: { shift: (z) => [...z].sort().at(-1) ?? NaN },
  shown: { softmax: [[9, 1000]], logSumExp: [[9, 1000]], logSoftmax: [[9, 1000]] },
} satisfies Slip;
