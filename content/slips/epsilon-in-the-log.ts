import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import { guards, type Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A small number is added before the logarithm. It hides the −∞ of a share that was rounded to 0, and puts a wrong number in its place: no loss can be larger than minus the log of that small number.',
  hint: 'Compute the logarithm from the logits, without a probability: then nothing is rounded to 0, and no guard is needed.',
  parts: guards.flatMap((eps): Partial<Parts>[] => [
    { entry: (_z, _back, _log, share) => Math.log(share + eps) },
    { log: (s) => Math.log(s + eps) },
    {
      logs: (z) => {
        const p = 1 / (1 + Math.exp(-z));
        return [Math.log(p + eps), Math.log(1 - p + eps)];
      },
    },
    {
      logs: (z) => {
        const p = sigmoid(z);
        return [Math.log(p + eps), Math.log(1 - p + eps)];
      },
    },
  ]),
  shown: { logSoftmax: [[0, 1000]], crossEntropyWithLogits: [[0, 1000], 0], binaryCrossEntropyWithLogits: [-1000, 1] },
} satisfies Slip;
