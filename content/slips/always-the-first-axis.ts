import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The numbers of each column compete, whatever `axis` says: it is always the first axis.',
  hint: 'Look at `axis`: with 1 the numbers of each row compete.',
  parts: { along: () => 0 },
  shown: { softmaxAlongAxis: [[[0, 0]], 1] },
  misconception: 'any-dim',
} satisfies Slip;
