import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'One logit at an end of the list is left out.',
  hint: 'Look at where the loop starts and ends.',
  parts: [
    { total: (e) => e.slice(1).reduce((a, b) => a + b, 0) },
    { walked: (z) => z.slice(1) },
    { walked: (z) => z.slice(0, -1) },
    { total: (e) => e.slice(0, -1).reduce((a, b) => a + b, 0) },
  ],
} satisfies Slip;
