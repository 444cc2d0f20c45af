import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import { guards, type Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The probability is clipped before the logarithm, so that it is never 0. That puts an end to the loss: no mistake can cost more than minus the log of the bound, and its size no longer tells how wrong the logits are.',
  hint: 'Compute the loss from the logits, without a probability: then nothing has to be clipped.',
  parts: guards.flatMap((eps): Partial<Parts>[] => {
    const clip = (p: number) => Math.min(Math.max(p, eps), 1 - eps);
    return [
      { entry: (_z, _back, _log, share) => Math.log(Math.max(share, eps)) },
      { entry: (_z, _back, _log, share) => Math.log(clip(share)) },
      { logs: (z) => [Math.log(clip(sigmoid(z))), Math.log(1 - clip(sigmoid(z)))] },
      { logs: (z) => [Math.log(clip(1 / (1 + Math.exp(-z)))), Math.log(1 - clip(1 / (1 + Math.exp(-z))))] },
      { logs: (z) => [Math.log(Math.max(sigmoid(z), eps)), Math.log(Math.max(1 - sigmoid(z), eps))] },
    ];
  }),
  shown: { logSoftmax: [[0, 1000]], crossEntropyWithLogits: [[0, 1000], 0], binaryCrossEntropyWithLogits: [-1000, 1] },
} satisfies Slip;
