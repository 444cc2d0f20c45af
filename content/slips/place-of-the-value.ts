import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The place is looked up by the value, with `indexOf`. It finds the first entry of that value: of two equal logits the first place comes back twice.',
  hint: 'Keep the place from the start: `flatMap` and `forEach` hand it over beside the value.',
  python: {
    says: 'The place is looked up by the value, as `index` does. It finds the first entry of that value: of two equal logits the first place comes back twice.',
    hint: 'Keep the place from the start: `enumerate` hands it over beside the value.',
  },
  parts: { labels: (reached, z) => z.filter((_, i) => reached[i]).map((x) => z.indexOf(x)) },
  shown: { labelsAbove: [[1, 1], 0.5] },
} satisfies Slip;
