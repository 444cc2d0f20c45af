import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The maximum is subtracted inside the logarithm and not put back outside. The result is too small by the maximum.',
  hint: 'What is taken away must be put back: log-sum-exp moves along with a shift, max + log Σ e^(z − max).',
  parts: { back: () => 0 },
  in: ['logSumExp'],
  shown: { logSumExp: [[5]] },
} satisfies Slip;
