import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the logit at one end of the list, not the largest. A logit far above it still overflows, and one far below takes everything to 0.',
  hint: 'Look for the largest logit, wherever it stands.',
  parts: [{ shift: (z) => z[0]! }, { shift: (z) => z.at(-1)! }],
  shown: { softmax: [[0, 1000]], logSumExp: [[0, 1000]], logSoftmax: [[0, 1000]] },
} satisfies Slip;
