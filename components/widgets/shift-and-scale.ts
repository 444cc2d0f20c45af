import * as Plot from '../draw/plot.ts';
import { exact, exp, fixed, log, percent, softmax, text } from 'logits';
import { dot, label, ruleX } from '../draw/marks.ts';
import { mention, number, rows, rowsOf, say, term, termOf, valuesOf, widget, type Row } from '../widget/contract.ts';
import { listed, logitText } from '../widget/words.ts';

const coldest = 0.05;
const hottest = 50;
/** As many temperatures as make a smooth curve, evenly spaced on the log scale. */
const temperatures = Array.from({ length: 49 }, (_, i) => coldest * exp((i / 48) * log(hottest / coldest)));

/** Classes are told apart by dashes as well as by their labels. */
const dashes = [undefined, '7 3', '3 3', '1 3'];

/** Heights for labels that keep their distance from each other: the given ones, pushed apart where they would touch. */
function apart(heights: readonly number[], distance: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || b - a);
  const result = [...heights];
  order.forEach((index, i) => {
    if (i > 0) result[index] = Math.max(result[index]!, result[order[i - 1]!]! + distance);
  });
  // What was pushed above the top comes back down, and pushes in its turn.
  const over = Math.max(0, (result[order.at(-1)!] ?? 0) - 1);
  order.toReversed().forEach((index, i, all) => {
    const limit = i === 0 ? result[index]! - over : result[all[i - 1]!]! - distance;
    result[index] = Math.min(result[index]!, limit);
  });
  return result;
}

const winnersOf = (z: readonly Row[]): string[] => {
  const max = Math.max(...valuesOf(z));
  return z.filter(({ value }) => value === max).map(({ label }) => label);
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
        { head: '(z + c) / T', wide: true, cell: ({ scaled }) => fixed(scaled, 2) },
        { head: 'share', cell: ({ p }) => ({ bar: p, tone: 'softmax' }) },
        { head: 'p', cell: ({ p }) => ({ text: fixed(p), tone: 'softmax' }) },
      ],
    },
  },
  draw: {
    curves: {
      title: 'The shares at every temperature, from cold on the left to hot on the right',
      size: { narrow: [343, 240], wide: [640, 270] },
      uses: ['z'],
      still: ({ z, even }, { narrow }) => {
        const curves = temperatures.map((T) => softmax(valuesOf(z), { temperature: T }));
        return {
          marginLeft: 34,
          marginRight: narrow ? 16 : 24,
          x: {
            type: 'log',
            domain: [coldest, hottest],
            label: 'temperature T',
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
      moving: ({ T, classes }, { height, narrow }) => {
        const room = height - 54;
        const heights = apart(
          classes.map(({ p }) => p),
          14 / room,
        );
        const right = T < (narrow ? 4 : 10);
        return [
          ruleX(T, { stroke: 'var(--ink)', term: 'T' }),
          ...classes.map(({ p }) =>
            dot([T, p], { r: 4.5, fill: 'var(--paper)', stroke: 'var(--softmax)', strokeWidth: 2 }),
          ),
          ...classes.map(({ label: name, p }, i) =>
            label([T, heights[i]!], `${name} ${fixed(p, 2)}`, {
              dx: right ? 10 : -10,
              textAnchor: right ? 'start' : 'end',
              fill: 'var(--ink)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
              fontSize: 12,
              term: termOf(name),
            }),
          ),
        ];
      },
      drag: { x: 'T' },
    },
  },
  actions: {
    tie: {
      label: 'Tie the top two',
      do: (params) => {
        const [first, second] = [...params.z].sort((a, b) => b.value - a.value);
        return {
          ...params,
          z: params.z.map((row) => (row.label === second!.label ? { ...row, value: first!.value } : row)),
        };
      },
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
