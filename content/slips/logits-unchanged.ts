import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logits come back as they are.',
  hint: 'Start with the shares of the logits: exponentials, divided by their sum.',
  parts: [
    { power: (d) => d, shift: () => 0, share: (e) => e, target: () => 0 },
    { power: (d) => d, shift: () => 0, share: (e) => e, scale: (z) => z },
  ],
  in: ['crossEntropyGradient', 'softmax'],
  shown: { crossEntropyGradient: [[0, 0], 0], softmax: [[0, 0]] },
} satisfies Slip;
