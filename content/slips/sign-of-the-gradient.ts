import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sign is turned round: this is y − p, the direction in which the loss falls. The gradient is p − y.',
  hint: 'Raising the logit of the right class lowers the loss: its slope is negative.',
  parts: { slope: (p, target) => target - p },
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
