import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The result is clipped, so that it never comes near 0 or 1. The true values beyond the bound are lost.',
  hint: 'Leave the result as it is. Where a logarithm follows, it is better taken of the logit.',
  parts: [
    1e-3,
    1e-4,
    1e-5,
    1e-6,
    1e-7,
    1e-8,
    1e-9,
    1e-10,
    1e-12,
    1e-15,
    1e-16,
    Number.EPSILON,
    1e-20,
    1e-30,
    1e-100,
  ].flatMap((eps): Partial<Parts>[] => [
    { output: (p) => Math.min(Math.max(p, eps), 1 - eps) },
    { output: (p) => Math.max(p, eps) },
    { share: (e, s) => Math.min(Math.max(e / s, eps), 1 - eps) },
    { share: (e, s) => Math.max(e / s, eps) },
  ]),
  in: ['sigmoid', 'softmax', 'softmaxAlongAxis'],
} satisfies Slip;
