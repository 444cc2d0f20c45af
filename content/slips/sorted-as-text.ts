import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit is looked for by `sort` without a comparison, which sorts as text: 9 comes after 10, and −2 after −1.',
  hint: 'Give `sort` a comparison, `(a, b) => a - b`, or reduce with `Math.max`.',
  parts: { shift: (z) => [...z].sort().at(-1) ?? NaN },
  shown: { softmax: [[9, 1000]], logSumExp: [[9, 1000]], logSoftmax: [[9, 1000]] },
} satisfies Slip;
