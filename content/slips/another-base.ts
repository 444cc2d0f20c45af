import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The powers are those of 2 or of 10, not of e.',
  hint: '`Math.exp(x)` is e to the x.',
  parts: [2, 10].flatMap((base) => [
    { power: (d: number) => base ** d },
    { curve: (z: number) => 1 / (1 + base ** -z) },
  ]),
} satisfies Slip;
