import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Only a logit that is larger than all before it is added to the sum. The others are left out.',
  hint: 'Every logit adds e to the (z − m), also one that is not a new maximum.',
  parts: { added: (z, _next, m) => (z > m ? 1 : 0) },
  shown: { onlineNormalizer: [[0, 0]] },
} satisfies Slip;
