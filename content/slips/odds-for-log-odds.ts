import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits are compared with the wrong number: a logit is the logarithm of the odds, log(t/(1 − t)).',
  hint: 'At t = 0.5 the logit to reach is 0.',
  parts: [
    { scores: (z) => z, reaches: (x, t) => x >= t / (1 - t) },
    { scores: (z) => z, reaches: (x, t) => x >= Math.log((1 - t) / t) },
    { scores: (z) => z, reaches: (x, t) => x >= Math.log(t) },
    { scores: (z) => z.map((x) => Math.exp(x)) },
  ],
} satisfies Slip;
