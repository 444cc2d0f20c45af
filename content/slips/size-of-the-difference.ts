import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The absolute value of the difference is used: it forgets which of the two is larger.',
  hint: 'z1 − z2 keeps its sign.',
  parts: [{ difference: (a, b) => Math.abs(a - b) }, { difference: (a, b) => -Math.abs(a - b) }],
  shown: { twoLogitsToOne: [1, 2] },
} satisfies Slip;
