import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The arguments are exchanged: what is used as the logit is the target, and the other way round.',
  hint: 'They come in the order of the text: z first, then y.',
  parts: [(x: number) => Math.log1p(x), (x: number) => Math.log(1 + x)].map((log): Partial<Parts> => ({
    weighed: (y, _yes, _no, z) => Math.max(y, 0) - z * y + log(Math.exp(-Math.abs(y))),
  })),
  shown: { binaryCrossEntropyWithLogits: [2, 1] },
} satisfies Slip;
