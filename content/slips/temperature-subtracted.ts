import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The temperature is subtracted from, or added to, the logits. A shift changes nothing: every T gives the same shares.',
  hint: 'Divide by T: only gaps count, and they have to shrink.',
  parts: [{ scale: (z, temperature) => z - temperature + 0 * temperature }],
  in: ['softmax'],
  besides: true,
} satisfies Slip;
