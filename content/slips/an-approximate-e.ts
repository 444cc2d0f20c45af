import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'A rounded e stands in for the exact one: its error is multiplied by the exponent.',
  hint: '`Math.exp(x)` is exact to the last digit or so.',
  parts: [
    2.7, 2.71, 2.718, 2.7182, 2.7183, 2.71828, 2.718281, 2.718282, 2.7182818, 2.71828182, 2.718281828, 2.71828182846,
  ].flatMap((e): Partial<Parts>[] => [
    { power: (gap) => e ** gap },
    { curve: (z) => 1 / (1 + e ** -z) },
    { first: (d) => 1 / (1 + e ** -d) },
  ]),
} satisfies Slip;
