import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'From every exponential 1 is subtracted, as `Math.expm1` does.',
  hint: 'e^z itself is `Math.exp`.',
  parts: { power: Math.expm1 },
} satisfies Slip;
