import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is 1 − p, which is never above 1: no logarithm is taken.',
  hint: 'The loss is minus the logarithm of the share: the surer and wronger, the larger, without an end.',
  parts: { entry: (_z, _back, _log, share) => share - 1 },
  in: ['crossEntropyWithLogits'],
  shown: { crossEntropyWithLogits: [[0, 0], 0] },
} satisfies Slip;
