import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'This is how the loss changes with the share, −1/p in the place of the right class. How it changes with each logit is asked for: every logit moves every share.',
  hint: 'Go on through the softmax: 1/p cancels, and p − y is left.',
  parts: [
    { slope: (p, target) => -target / p },
    { slope: (p, target) => (target === 0 ? 0 : -1 / p) },
    { slope: (p, target) => (target === 0 ? 1 / (1 - p) : -1 / p) },
  ],
  shown: { crossEntropyGradient: [[0, 0], 0] },
} satisfies Slip;
