import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What comes back is minus the share; the logarithm is missing. The loss is then never positive.',
  hint: 'The loss is minus the logarithm of the share. A share of 1 costs 0, and one near 0 costs a lot.',
  parts: { entry: (_z, _back, _log, share) => share },
  in: ['crossEntropyWithLogits'],
  shown: { crossEntropyWithLogits: [[0, 0], 0] },
  misconception: 'nll-takes-the-log',
} satisfies Slip;
