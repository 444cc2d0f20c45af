import { sigmoid } from 'logits';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The sign of the exponent is turned round: the function falls where it should rise.',
  hint: 'A large positive logit means a probability near 1: 1/(1 + e^−z).',
  parts: [{ input: (z) => -z }, { scores: (z) => z.map((x) => sigmoid(-x)) }],
  in: ['sigmoid', 'labelsAbove'],
  shown: { sigmoid: [2], labelsAbove: [[2], 0.5] },
} satisfies Slip;
