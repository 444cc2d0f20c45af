import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm is cut off at a least value, as −100. Beyond it the loss no longer grows, and where the probability was rounded to 0 the bound stands for what was lost, even if the true loss is smaller.',
  hint: 'Compute the loss from the logit: then nothing is rounded to 0, and nothing has to be cut off.',
  parts: [20, 30, 50, 100, 200, 300, 500, 700, 1000].flatMap((c): Partial<Parts>[] => [
    {
      logs: (z) => {
        const p = 1 / (1 + Math.exp(-z));
        return [Math.max(Math.log(p), -c), Math.max(Math.log(1 - p), -c)];
      },
    },
    { entry: (_z, _back, _log, share) => Math.max(Math.log(share), -c) },
    { entry: (z, back, log) => Math.max(z - back - log, -c) },
  ]),
  shown: { binaryCrossEntropyWithLogits: [40, 0], logSoftmax: [[0, 2000]], crossEntropyWithLogits: [[0, 2000], 0] },
} satisfies Slip;
