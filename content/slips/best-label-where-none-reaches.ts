import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Where no label reaches the threshold, the best one comes back all the same.',
  hint: 'None may reach it: then the list is empty.',
  parts: [
    (z: number[]) => [z.indexOf(Math.max(...z))],
    (z: number[]) => (z.length === 0 ? [] : [z.indexOf(Math.max(...z))]),
    () => [-1],
    () => [0],
  ].map((instead) => ({
    labels: (reached: boolean[], z: number[]) =>
      reached.includes(true) ? reached.flatMap((is, i) => (is ? [i] : [])) : instead(z),
  })),
  shown: { labelsAbove: [[-2, -1], 0.5] },
} satisfies Slip;
