import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Where the sum is 0 or tiny, something else stands in for it. That hides a sum that should never be so small.',
  hint: 'With the largest logit subtracted the sum is at least 1.',
  parts: [1e-3, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-100, 1e-300]
    .map((least) => ({ share: (e: number, s: number) => e / Math.max(s, least) }))
    .concat([{ share: (e, s) => (s === 0 ? 0 : e / s) }]),
  besides: true,
} satisfies Slip;
