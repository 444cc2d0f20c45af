import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The exponentials are divided by the sum of the logits, not by the sum of the exponentials.',
  hint: 'What is summed has to be what is divided: then the shares sum to one.',
  parts: { total: (_, z) => z.reduce((a, b) => a + b, 0) },
  in: ['softmax', 'softmaxAlongAxis', 'crossEntropyGradient'],
} satisfies Slip;
