import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logarithm is that of base 2 or 10, not the natural one.',
  hint: '`Math.log` is the natural logarithm.',
  parts: [Math.log2, Math.log10].flatMap((log): Partial<Parts>[] => [
    { log },
    { entry: (_z, _back, _log, share) => log(share) },
    { loss: (loss) => loss * log(Math.E) },
    { entry: (z, back, sum) => (z - back - sum) * log(Math.E) },
  ]),
  in: ['logSumExp', 'logSoftmax', 'crossEntropyWithLogits'],
} satisfies Slip;
