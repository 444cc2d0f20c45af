import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What comes back are the shares, not their logarithms.',
  hint: 'Log-softmax is z − max − log of the sum: no share is needed for it.',
  parts: { entry: (_z, _back, _log, share) => share },
  in: ['logSoftmax'],
  shown: { logSoftmax: [[0, 0]] },
} satisfies Slip;
