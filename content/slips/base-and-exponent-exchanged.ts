import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'Base and exponent of the power are exchanged: this is x to the e, not e to the x.',
  hint: '`Math.exp(x)`, or `Math.pow(Math.E, x)`.',
  parts: [{ shift: () => 0, power: (gap) => gap ** Math.E }, { curve: (z) => 1 / (1 + (-z) ** Math.E) }],
  alone: true,
} satisfies Slip;
