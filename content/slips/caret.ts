import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: '`^` is no power in this language: it is the exclusive or of two integers.',
  hint: '`Math.exp(x)` is e to the x; a power is `**`.',
  parts: [
    { power: (gap) => Math.E ^ gap },
    { power: (gap) => 2.71828 ^ gap, shift: () => 0 },
    { curve: (z) => 1 / (1 + (Math.E ^ -z)) },
    { curve: (z) => 1 / ((1 + Math.E) ^ -z) },
    { curve: (z) => (Math.E ^ z) / (1 + (Math.E ^ z)) },
  ],
  alone: true,
} satisfies Slip;
