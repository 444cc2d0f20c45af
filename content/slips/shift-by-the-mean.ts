import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What is subtracted is the mean of the logits. A logit far above the mean still overflows.',
  hint: 'Which number can you subtract so that no exponent is ever above 0? Try [0, 0, 3000].',
  parts: { shift: (z) => z.reduce((a, b) => a + b, 0) / z.length },
  shown: { softmax: [[0, 0, 3000]], logSumExp: [[0, 0, 3000]], logSoftmax: [[0, 0, 3000]] },
} satisfies Slip;
