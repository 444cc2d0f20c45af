import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The results are percentages: a hundred times too large.',
  hint: 'Shares sum to 1, not to 100.',
  parts: [{ share: (e, s) => (100 * e) / s }, { output: (p) => 100 * p }],
} satisfies Slip;
