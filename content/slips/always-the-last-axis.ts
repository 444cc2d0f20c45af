import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The numbers of each row compete, whatever `axis` says: it is always the last axis.',
  hint: 'Look at `axis`: with 0 the numbers of each column compete.',
  parts: { along: () => 1 },
  shown: { softmaxAlongAxis: [[[0, 0]], 0] },
  misconception: 'any-dim',
} satisfies Slip;
