import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'What comes back are the logarithms of the shares, all of them negative.',
  hint: 'The shares themselves are asked for: no logarithm at the end.',
  parts: { share: (e, s) => Math.log(e / s) },
  in: ['softmax', 'softmaxAlongAxis'],
} satisfies Slip;
