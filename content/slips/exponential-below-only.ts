import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'From −709.8 down e^−z is Infinity, and one over Infinity is 0, although the true values are still there.',
  hint: 'For negative z use the other form, e^z/(1 + e^z): there e^z is small.',
  python: {
    says: 'From −709.8 down e^−z is more than a float64 holds: `np.exp` gives inf, and one over inf is 0, although the true values are still there.',
  },
  parts: { curve: (z) => 1 / (1 + Math.exp(-z)) },
  shown: { sigmoid: [-720] },
  misconception: 'the-formula-is-the-code',
  trace: { sigmoid: 'naiveSigmoid' },
} satisfies Slip;
