import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The same number is subtracted from every list. It helps for logits near that number, and not for those far above or below it.',
  hint: 'What is subtracted has to come from the list itself: its largest logit.',
  parts: [50, 80, 88, 100, 500, 600, 700, 709, 1000].map((c) => ({ shift: () => c })),
} satisfies Slip;
