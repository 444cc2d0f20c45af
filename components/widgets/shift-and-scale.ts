import * as Plot from '../draw/plot.ts';
import { exact, exp, fixed, log, percent, softmax, text } from 'logits';
import { cutTo } from '../draw/labels.ts';
import { dot, handle, label, px, ruleX, type Mark } from '../draw/marks.ts';
import {
  mention,
  number,
  rows,
  rowsOf,
  say,
  term,
  termOf,
  tied,
  valuesOf,
  widget,
  winnersOf,
} from '../widget/contract.ts';
import { listed, logitText } from '../widget/words.ts';

const coldest = 0.05;
const hottest = 50;
/** As many temperatures as make a smooth curve, evenly spaced on the log scale. */
const temperatures = Array.from({ length: 49 }, (_, i) => coldest * exp((i / 48) * log(hottest / coldest)));

/** Where the temperature is taken hold of: over all shares. */
const above = 1.07;

/** Classes are told apart by dashes as well as by their labels. */
const dashes = [undefined, '7 3', '3 3', '1 3'];

/** A piece of a class's curve, beside its name. */
const sample =
  (left: number, y: number, strokeDasharray: string | undefined, term: string): Mark =>
  (on) => {
    const x1 = px(on.right + left);
    const look = { stroke: 'var(--softmax)', 'stroke-width': 1.75, 'stroke-dasharray': strokeDasharray };
    return {
      tag: 'line',
      attributes: { ...look, 'data-term': term, x1, x2: px(x1 + 22), y1: on.top + y, y2: on.top + y },
    };
  };

export default widget({
  title: 'Shift and scale',
  about: 'The same logits, shifted and divided by a temperature: what moves, what stays, and where it ends.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow', 'zebra'], [2, 1, -0.4, -1.2]),
      min: -5,
      max: 5,
      step: 0.1,
      limits: [-1000, 1000],
      count: [2, 4],
    }),
    c: number({ label: 'shift c', value: 0, min: -100, max: 100, step: 1, limits: [-1e6, 1e6] }),
    T: number({
      label: 'temperature T',
      value: 1,
      min: coldest,
      max: hottest,
      step: 0.04,
      scale: 'log',
      limits: [1e-3, 1e3],
    }),
  },
  values: ({ z, c, T }) => {
    const logits = valuesOf(z);
    const shifted = logits.map((x) => x + c);
    const p = softmax(shifted, { temperature: T });
    return {
      classes: z.map(({ label, value }, i) => ({ label, z: value, scaled: shifted[i]! / T, p: p[i]! })),
      top: Math.max(...p),
      least: Math.min(...p),
      even: 1 / z.length,
      winners: winnersOf(z),
    };
  },
  write: {
    z: logitText,
    c: (c) => text(c),
    T: (T) => text(T, 3),
    scaled: (x) => fixed(x, 2),
    p: (p) => fixed(p),
    top: (p) => percent(p),
    least: (p) => percent(p),
  },
  names: {
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    p: 'p',
    top: 'largest share',
    least: 'smallest share',
    scaled: '(z + c) / T',
    even: 'an equal share',
  },
  columns: {
    z: {
      each: 'classes',
      head: { label: 'class', value: 'logit z' },
      columns: [
        { head: '(z + c) / T', only: 'wide', cell: ({ scaled }) => fixed(scaled, 2) },
        { head: 'share', cell: ({ p }) => ({ bar: p, tone: 'softmax' }) },
        { head: 'p', cell: ({ p }) => ({ text: fixed(p), tone: 'softmax' }) },
      ],
    },
  },
  draw: {
    curves: {
      title: 'The shares at every temperature, from cold on the left to hot on the right',
      size: { narrow: [343, 256], wide: [640, 286] },
      uses: ['z'],
      still: ({ z, even }, { narrow }) => {
        const curves = temperatures.map((T) => softmax(valuesOf(z), { temperature: T }));
        return {
          marginLeft: 34,
          marginTop: 36,
          marginRight: narrow ? 108 : 136,
          marginBottom: 40,
          x: {
            type: 'log',
            domain: [coldest, hottest],
            label: 'temperature T',
            labelAnchor: 'center',
            labelArrow: 'none',
            ticks: [0.1, 1, 10],
            tickFormat: String,
          },
          y: {
            domain: [0, 1],
            label: 'share',
            ticks: [0, even, 1],
            tickFormat: (share: number) => (share === even ? `1/${z.length}` : String(share)),
          },
          marks: [
            Plot.ruleY([0], { stroke: 'var(--line)' }),
            Plot.ruleY([even], { stroke: 'var(--soft)', strokeDasharray: '1 4' }),
            ...z.map(({ label }, i) =>
              Plot.line(temperatures, {
                x: (T: number) => T,
                y: (_: number, k: number) => curves[k]![i],
                stroke: 'var(--softmax)',
                strokeWidth: 1.75,
                ...(dashes[i] && { strokeDasharray: dashes[i] }),
                ...term(termOf(label)),
              }),
            ),
          ],
        };
      },
      moving: ({ T, classes }, { narrow }) => [
        ruleX(T, { y1: above, y2: 0, stroke: 'var(--ink)', term: 'T' }),
        ...handle([T, above], { along: 'x', r: 5, fill: 'var(--ink)', stroke: 'var(--paper)', term: 'T' }),
        ...classes.map(({ p }) =>
          dot([T, p], { r: 4.5, fill: 'var(--paper)', stroke: 'var(--softmax)', strokeWidth: 2 }),
        ),
        // In a column beside the curves, where none of them passes.
        ...classes.flatMap(({ label: name, p }, i): Mark[] => {
          const [left, y] = [narrow ? 12 : 24, 12 + 40 * i];
          const column = { textAnchor: 'start', stays: true, term: termOf(name) } as const;
          return [
            sample(left, y, dashes[i], termOf(name)),
            label([hottest, 1], cutTo(narrow ? 60 : 80, name), { ...column, dx: left + 28, dy: y }),
            label([hottest, 1], percent(p), {
              ...column,
              dx: left + 28,
              dy: y + 16,
              fill: 'var(--softmax)',
              fontWeight: 600,
            }),
          ];
        }),
      ],
      drag: { x: 'T' },
    },
  },
  actions: {
    tie: {
      label: 'Tie the top two',
      do: (params) => ({ ...params, z: tied(params.z) }),
      when: ({ winners }) => winners.length === 1,
    },
    cold: { label: 'Cold', do: (params) => ({ ...params, T: coldest }) },
    one: { label: 'T = 1', do: (params) => ({ ...params, T: 1 }) },
    hot: { label: 'Hot', do: (params) => ({ ...params, T: hottest }) },
  },
  layout: ['curves', 'T', 'z', 'c'],
  say: ({ T, c, winners, top, classes }) => [
    ...say`At temperature ${mention('T', text(T, 3))}, `,
    ...(winners.length === 1
      ? say`${mention(termOf(winners[0]!), winners[0]!)} leads with ${mention('top', percent(top), 'softmax')}`
      : say`${listed(winners)} tie for the lead with ${mention('top', percent(top), 'softmax')} each`),
    ...(classes.length > winners.length ? [' and would lead at any other'] : []),
    '. ',
    ...(c === 0 ? ['No shift has been added.'] : say`The shift of ${mention('c', exact(c))} has moved nothing.`),
  ],
});
