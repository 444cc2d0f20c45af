import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The largest logit is added to the others where it should be subtracted.',
  hint: 'e to the (z − max): look at the sign.',
  parts: { shift: (z) => -z.reduce((a, b) => (b > a ? b : a), -Infinity) },
} satisfies Slip;
