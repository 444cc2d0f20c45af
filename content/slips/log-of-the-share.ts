import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The share is computed first and its logarithm taken after. A small share is rounded to 0 before the logarithm sees it.',
  hint: 'Write the logarithm of the quotient as a difference: z − max − log of the sum.',
  parts: { entry: (_z, _back, _log, share) => Math.log(share) },
  shown: { logSoftmax: [[0, 1000]], crossEntropyWithLogits: [[0, 1000], 0] },
  misconception: 'log-of-softmax',
  trace: { logSoftmax: 'logOfSoftmax' },
} satisfies Slip;
