import * as Plot from '../draw/plot.ts';
import { exact, fixed, round, text, type FormatName } from 'logits';
import { called, formatNames } from '../draw/float-formats.ts';
import { dot, handle, ruleX } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

const most = 131072;

/** The sum at which adding 1 changes nothing any more: 1 has become half a spacing, and the tie goes to the even neighbor. */
const sticksAt = Object.fromEntries(
  formatNames.map((name) => {
    let sum = 1;
    while (round(sum + 1, name) !== sum) sum *= 2;
    return [name, sum];
  }),
) as Record<FormatName, number>;

/** The formats whose sums stop within the drawing, and how their lines are labeled. */
const stopping = formatNames.filter((name) => sticksAt[name] < most);
const stops = stopping.map((name) => ({ label: `${called(name)}: ${sticksAt[name]}`, sticks: sticksAt[name] }));

/** Left of where a line leaves the diagonal, where there is room for letters; else at its end. */
const beside = [
  { data: [{ label: 'float32, float64', sticks: most }], x: 'sticks', dx: -14 },
  { data: stops.filter(({ sticks }) => sticks > 100), x: 'sticks', dx: -10, dy: -4 },
  { data: stops.filter(({ sticks }) => sticks === 16), x: () => most, dy: -12 },
  { data: stops.filter(({ sticks }) => sticks === 8), x: () => most, dy: 12 },
];

export default widget({
  title: 'Sums that stick',
  about: 'Add ones, one at a time, in six formats: some sums stop growing long before the ones run out.',
  params: {
    n: number({ label: 'ones added', value: 5000, min: 1, max: most, step: 0.02, scale: 'log' }),
  },
  settle: ({ n }) => ({ n: Math.round(n) }),
  values: ({ n }) => {
    const sums = formatNames.map((name) => {
      const sum = Math.min(n, sticksAt[name]);
      return { label: called(name), sum, sticks: sticksAt[name], total: n / sum };
    });
    const of = (label: FormatName) => sums.find((one) => one.label === label)!;
    return { sums, bfloat16: of('bfloat16').sum, float16: of('float16').sum, total: of('bfloat16').total };
  },
  write: { n: exact, bfloat16: exact, float16: exact, sum: exact, total: (x) => fixed(x, 2), sticks: exact },
  names: {
    sums: 'The sum in each format',
    label: 'format',
    sum: 'sum',
    sticks: 'sticks at',
    total: 'shares add up to',
    bfloat16: 'sum in bfloat16',
    float16: 'sum in float16',
  },
  terms: [...stopping],
  draw: {
    sums: {
      title: 'The sum that each format holds after adding ones, against how many were added; both axes logarithmic',
      size: { narrow: [343, 280], wide: [640, 300] },
      still: (_, { narrow }) => ({
        marginLeft: 58,
        marginRight: narrow ? 24 : 28,
        marginTop: 14,
        marginBottom: 40,
        x: {
          type: 'log',
          domain: [1, most],
          ticks: [1, 10, 100, 1000, 10000, 100000],
          tickFormat: exact,
          label: 'ones added',
          labelAnchor: 'center',
          labelArrow: 'none',
        },
        y: {
          type: 'log',
          domain: [1, most * 1.5],
          ticks: [1, 10, 100, 1000, 10000, 100000],
          tickFormat: exact,
          label: null,
        },
        marks: [
          Plot.line(
            [
              [1, 1],
              [most, most],
            ],
            { stroke: 'var(--softmax)', strokeWidth: 2 },
          ),
          Plot.ruleY(stops, { x1: 'sticks', x2: most, y: 'sticks', stroke: 'var(--softmax)', strokeWidth: 2 }),
          ...beside.map(({ data, ...options }) =>
            Plot.text(data, { y: 'sticks', text: 'label', textAnchor: 'end', fontWeight: 600, ...options }),
          ),
        ],
      }),
      moving: ({ n, sums }) => [
        ruleX(n, { y1: 1, y2: n, stroke: 'var(--ink)', strokeOpacity: 0.55, term: 'n' }),
        ...handle([n, n], { r: 5, fill: 'var(--ink)', stroke: 'var(--paper)' }),
        // By the format's own name: a term has no space in it.
        ...stopping
          .map((term) => ({ term, sum: sums[formatNames.indexOf(term)]!.sum }))
          .filter(({ sum }) => sum < n)
          .map(({ term, sum }) =>
            dot([n, sum], { r: 5, symbol: 'times', stroke: 'var(--alarm)', strokeWidth: 2.5, term }),
          ),
      ],
      drag: { x: 'n' },
    },
  },
  say: ({ n, bfloat16, float16, total }) =>
    say`After ${mention('n', exact(n))} ones the sum is ${mention('bfloat16', exact(bfloat16), bfloat16 < n ? 'alarm' : 'logit')} in bfloat16 and ${mention('float16', exact(float16), float16 < n ? 'alarm' : 'logit')} in float16; ${exact(n)} equal shares, each divided by the sum in bfloat16, would add up to ${text(total)}.`,
});
