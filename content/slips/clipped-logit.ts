import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The logit is clipped to a range before the exponential. Beyond it every logit gives the same result, although the true values go on.',
  hint: 'Nothing has to be clipped: choose the form in which an overflow is harmless.',
  parts: [
    5, 6, 10, 15, 16, 20, 25, 30, 35, 36, 40, 45, 50, 60, 80, 88, 100, 200, 250, 300, 500, 600, 700, 709, 710, 745,
  ].flatMap((c): Partial<Parts>[] => {
    const clip = (x: number) => Math.max(-c, Math.min(c, x));
    return [
      { input: clip },
      { input: (z) => Math.max(-c, z) },
      { difference: (a, b) => clip(a - b) },
      { power: (d) => Math.exp(Math.max(d, -c)) },
      { scores: (z) => z.map((x) => sigmoid(clip(x))) },
      { before: (z) => z.map(clip) },
      { power: (d) => Math.exp(clip(d)), shift: () => 0 },
    ];
  }),
} satisfies Slip;
