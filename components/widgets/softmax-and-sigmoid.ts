import { fixed, percent, sigmoid, softmax } from 'logits';
import {
  mention,
  number,
  rows,
  rowsOf,
  say,
  termOf,
  valuesOf,
  widget,
  type Piece,
  type Row,
} from '../widget/contract.ts';
import { logitText } from '../widget/words.ts';

/** The rows with the values of a pattern, repeated as far as needed. */
const patterned = (z: readonly Row[], pattern: readonly number[]): Row[] =>
  z.map(({ label }, i) => ({ label, value: pattern[i % pattern.length]! }));

/** Labels as the terms of a sentence: `cat, dog and cow`. */
const terms = (labels: readonly string[], tone: 'sigmoid' | 'softmax'): Piece[] =>
  labels.flatMap((label, i): Piece[] => [
    i === 0 ? '' : i === labels.length - 1 ? ' and ' : ', ',
    mention(termOf(label), label, tone),
  ]);

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export default widget({
  title: 'Which one, or which ones?',
  about: 'One row of logits, answered twice: sigmoid judges each row by itself, softmax makes them share one bet.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow', 'zebra'], [2, 1, -0.4, -1.2]),
      min: -5,
      max: 5,
      step: 0.1,
      limits: [-350, 350],
      count: [2, 6],
      labels: ['horse', 'sheep'],
    }),
    t: number({ label: 'threshold on σ', value: 0.5, min: 0.01, max: 0.99, step: 0.01 }),
  },
  values: ({ z, t }) => {
    const logits = valuesOf(z);
    const s = logits.map(sigmoid);
    const p = [...softmax(logits)];
    const top = Math.max(...p);
    return {
      classes: z.map(({ label, value }, i) => ({ label, z: value, s: s[i]!, p: p[i]! })),
      sigmoids: total(s),
      // Float64 may miss 1 in the last place or two, which would only flicker under the hand.
      shares: Number(total(p).toFixed(12)),
      top,
      picked: z.filter((_, i) => p[i] === top).map(({ label }) => label),
      fired: z.filter((_, i) => s[i]! >= t).map(({ label }) => label),
    };
  },
  write: {
    z: logitText,
    s: (s) => fixed(s),
    p: (p) => fixed(p),
    sigmoids: (sum) => fixed(sum, 3),
    shares: (sum) => fixed(sum, 3),
    top: (p) => percent(p),
    t: (t) => fixed(t, 2),
  },
  names: {
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    p: 'p',
    s: 'σ(z)',
    sigmoids: 'sum of σ(z)',
    shares: 'sum of p',
    top: 'largest share',
  },
  columns: {
    z: {
      each: 'classes',
      head: { label: '', value: 'logit z' },
      columns: [
        { head: 'sigmoid', cell: ({ s }, { t }) => ({ bar: s, mark: t, tone: 'sigmoid' }) },
        {
          head: 'σ(z)',
          cell: ({ s }, { t }) => ({ text: `${s >= t ? '→\u00a0' : ''}${fixed(s)}`, tone: 'sigmoid' }),
          foot: ({ sigmoids }) => ({ text: fixed(sigmoids), tone: 'sigmoid', term: 'sigmoids' }),
        },
        { head: 'softmax', cell: ({ p }) => ({ bar: p, tone: 'softmax' }) },
        {
          head: 'p',
          cell: ({ p }, { top }) => ({ text: `${p === top ? '→\u00a0' : ''}${fixed(p)}`, tone: 'softmax' }),
          foot: ({ shares }) => ({ text: fixed(shares), tone: 'softmax', term: 'shares' }),
        },
      ],
    },
  },
  actions: {
    none: {
      label: 'No sigmoid fires',
      do: (params) => ({ ...params, z: patterned(params.z, [-0.7, -1.4, -2.1, -2.6]), t: 0.5 }),
    },
    three: {
      label: 'Three fire',
      do: (params) => ({ ...params, z: patterned(params.z, [2.4, 1.6, 0.9, -2.5]), t: 0.5 }),
    },
  },
  say: ({ t, top, picked, fired, sigmoids }) => [
    'Which one? ',
    ...(picked.length === 1 ? [] : ['a tie of ']),
    ...terms(picked, 'softmax'),
    ...(picked.length === 1 ? [`, ${percent(top)}. `] : [`, ${percent(top)} each. `]),
    'Which ones? ',
    ...(fired.length === 0 ? ['none'] : terms(fired, 'sigmoid')),
    fired.length === 1
      ? ` reaches ${fixed(t, 2)}. `
      : fired.length === 0
        ? ` reaches ${fixed(t, 2)}. `
        : ` reach ${fixed(t, 2)}. `,
    ...say`The sigmoids sum to ${mention('sigmoids', fixed(sigmoids, 3))}, the shares to one.`,
  ],
});
