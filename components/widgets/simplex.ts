import * as Plot from '../draw/plot.ts';
import { exp, fixed, log, percent, softmax, text } from 'logits';
import { dot, handle, label, line } from '../draw/marks.ts';
import { mention, number, rows, rowsOf, say, termOf, tied, valuesOf, widget, winnersOf } from '../widget/contract.ts';
import { listed, logitText } from '../widget/words.ts';

const height = Math.sqrt(3) / 2;
/** The corners, where one class has everything: left, right, top. */
const corners = [
  [0, 0],
  [1, 0],
  [0.5, height],
] as const;

/** The place of three shares in the triangle. */
const placeOf = (p: ArrayLike<number>): [number, number] => [p[1]! + p[2]! / 2, p[2]! * height];

/** The three shares at a place, drawn into the triangle where it lies outside. */
function sharesAt(x: number, y: number): number[] {
  const third = y / height;
  const raw = [1 - x - third / 2, x - third / 2, third].map((share) => Math.max(share, smallest));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((share) => share / sum);
}

/** The closest that dragging comes to an edge, which no finite logits reach. */
const smallest = 0.001;

/** Temperatures along the path, evenly spaced on the log scale. */
const temperatures = Array.from({ length: 41 }, (_, i) => exp(log(0.02) + (i / 40) * log(1e4)));

/** Temperatures that are marked on the path: from each to the next they double. */
const marked = [0.25, 0.5, 1, 2, 4];

const limit = 1000;

export default widget({
  title: 'Three classes on a triangle',
  about:
    'Every bet on three classes is a point in a triangle; temperature moves it along a path from a corner to the center.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow'], [2, 1.2, -0.4]),
      min: -6,
      max: 6,
      step: 0.1,
      limits: [-limit, limit],
    }),
    T: number({ label: 'temperature T', value: 1, min: 0.05, max: 50, step: 0.04, scale: 'log', limits: [1e-2, 100] }),
  },
  values: ({ z, T }) => {
    const p = softmax(valuesOf(z), { temperature: T });
    return {
      classes: z.map(({ label, value }, i) => ({ label, z: value, p: p[i]! })),
      top: Math.max(...p),
      winners: winnersOf(z),
    };
  },
  tones: { p: 'softmax' },
  names: { classes: 'Each class', label: 'class', z: 'logit z', p: 'p', top: 'largest share' },
  write: { z: logitText, p: (p) => fixed(p), T: (T) => text(T, 3), top: (p) => percent(p) },
  columns: {
    z: {
      each: 'classes',
      head: { label: 'class', value: 'logit z' },
      columns: [{ head: 'p', cell: ({ p }) => ({ text: fixed(p), tone: 'softmax' }) }],
    },
  },
  draw: {
    triangle: {
      title: 'A triangle with a corner for each class, the point of the bet, and the path that temperature walks',
      size: { narrow: [343, 310], wide: [400, 356] },
      uses: [],
      still: (_, { width, narrow }) => {
        const side = width - 2 * (narrow ? 32 : 40);
        const top = 26;
        return {
          marginLeft: (width - side) / 2,
          marginRight: (width - side) / 2,
          marginTop: top,
          marginBottom: (narrow ? 310 : 356) - top - side * height,
          x: { domain: [0, 1], axis: null },
          y: { domain: [0, height], axis: null },
          marks: [
            // Where two classes tie: the borders between the winners.
            Plot.link(
              [
                [1 / 2, 1 / 2, 0],
                [0, 1 / 2, 1 / 2],
                [1 / 2, 0, 1 / 2],
              ].map((p) => ({ from: placeOf([1 / 3, 1 / 3, 1 / 3]), to: placeOf(p) })),
              {
                x1: (d) => d.from[0],
                y1: (d) => d.from[1],
                x2: (d) => d.to[0],
                y2: (d) => d.to[1],
                stroke: 'var(--soft)',
                strokeDasharray: '2 4',
              },
            ),
            Plot.line([...corners, corners[0]], { stroke: 'var(--ink)', strokeWidth: 1.25 }),
          ],
        };
      },
      moving: ({ z, classes }) => {
        const at = (t: number) => placeOf(softmax(valuesOf(z), { temperature: t }));
        // The path comes into the center from below, unless the class at the top wins.
        const below = z[2]!.value > Math.max(z[0]!.value, z[1]!.value);
        const here = placeOf(classes.map(({ p }) => p));
        return [
          line(temperatures.map(at), { stroke: 'var(--softmax)', strokeWidth: 1.75, term: 'T' }),
          ...marked.map((T) => dot(at(T), { fill: 'var(--paper)', stroke: 'var(--softmax)', term: 'T' })),
          label(placeOf([1 / 3, 1 / 3, 1 / 3]), 'T → ∞', {
            dy: below ? 16 : -14,
            fill: 'var(--soft)',
            term: 'T',
          }),
          ...classes.map(({ label: name, p }, i) =>
            label(corners[i]!, `${name} ${fixed(p, 2)}`, {
              dy: i === 2 ? -12 : 16,
              fontSize: 13,
              fontWeight: 600,
              fill: 'var(--ink)',
              term: termOf(name),
            }),
          ),
          ...handle(here, { r: 8, fill: 'var(--softmax)', stroke: 'var(--paper)', strokeWidth: 2, term: 'p' }),
        ];
      },
      moves: ['z'],
      drag: ({ z, T, ...rest }, _, at) => {
        const logs = sharesAt(at.x, at.y).map((share) => T * log(share));
        // Softmax forgets one constant: the logits keep the mean that they have.
        const lift = valuesOf(z).reduce((a, b) => a + b, 0) / 3 - logs.reduce((a, b) => a + b, 0) / 3;
        return { ...rest, T, z: z.map(({ label }, i) => ({ label, value: Number((logs[i]! + lift).toFixed(2)) })) };
      },
    },
  },
  terms: ['p'],
  actions: {
    tie: {
      label: 'Tie two',
      do: (params) => ({ ...params, z: tied(params.z) }),
      when: ({ winners }) => winners.length === 1,
    },
  },
  layout: [['triangle', 'z', 'T']],
  say: ({ T, winners, top, classes }) => [
    ...say`At temperature ${mention('T', text(T, 3))} the bet is ${classes.map(({ p }) => fixed(p, 3)).join(', ')}: `,
    ...(winners.length === 1
      ? say`${mention(termOf(winners[0]!), winners[0]!)} leads with ${mention('top', percent(top), 'softmax')}. Cooling takes the point to its corner, heating to the center.`
      : winners.length === 2
        ? `${listed(winners)} tie. Cooling takes the point to the middle between their corners, heating to the center.`
        : 'all three tie. At any temperature the point stays at the center.'),
  ],
});
