import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The slope of a sigmoid or a softmax stands in the result, p(1 − p). In the gradient of cross-entropy it has cancelled.',
  hint: 'The whole derivative is p − y, and nothing more.',
  parts: [{ slope: (p, target) => (p - target) * p * (1 - p) }, { slope: (p) => p * (1 - p) }],
} satisfies Slip;
