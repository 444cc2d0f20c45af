import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit gets 1 and every other 0. That is the arg max: it throws away by how much one is larger.',
  hint: 'Softmax gives every class a share: e^z divided by the sum of all.',
  parts: [
    { share: (e, _, all) => (e === Math.max(...all) ? 1 : 0) },
    { share: (_e, _s, all, _t, i) => (i === all.indexOf(Math.max(...all)) ? 1 : 0) },
    { share: (e, _, all) => (e === Math.max(...all) ? 1 / all.filter((x) => x === e).length : 0) },
  ],
  in: ['softmax', 'softmaxAlongAxis'],
  shown: { softmax: [[0, 1]] },
} satisfies Slip;
