import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is the sigmoid by way of tanh. It adds to 1 what is nearly −1: the left tail loses its digits, and from −38.13 down it is 0.',
  hint: '1/(1 + e^−z) subtracts nothing, and keeps its digits far to the left.',
  parts: [{ curve: (z) => 0.5 * (1 + Math.tanh(z / 2)) }, { first: (d) => 0.5 * (1 + Math.tanh(d / 2)) }],
  shown: { sigmoid: [-40], twoLogitsToOne: [0, 40] },
  misconception: 'one-minus-sigmoid',
} satisfies Slip;
