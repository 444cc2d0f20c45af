import * as Plot from '../draw/plot.ts';
import { exp, fixed, formats, log, naiveSoftmax, softmaxShiftedBy, text, vector } from 'logits';
import { dot, handle, label, link, ruleY } from '../draw/marks.ts';
import { mention, number, rows, rowsOf, say, termOf, valuesOf, widget } from '../widget/contract.ts';

/** The exponents whose exponential is neither 0 nor Infinity in float64. */
const safe = { from: log(formats.float64.smallestSubnormal) - log(2), to: log(formats.float64.largest) };
const ends = [-1100, 1100] as const;
const within = (x: number) => Math.min(Math.max(x, ends[0]), ends[1]);

/** How high the lanes of both formulas lie, and the glass under them, which has a scale of its own. */
const lane = { moved: 2.45, below: 1.5 };
const glass = { top: 0.82, bottom: 0, left: -1000, right: 1000 };

/** How far below the largest exponent the glass shows: a round number that holds them all. */
const reachOf = (below: readonly number[]): number => {
  const least = Math.max(...below.map((x) => -x), 4);
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.ceil(least / power) * power;
};

/** What became of the naive form: right, or the way in which it failed. */
type Fate = 'right' | 'overflow' | 'sum overflows' | 'underflow' | 'coarse';

const accidents: Record<Exclude<Fate, 'right'>, string> = {
  overflow: 'an exponential is Infinity, and ∞/∞ is NaN',
  'sum overflows': 'each exponential fits, but their sum is Infinity, and every share is 0 without a warning',
  underflow: 'every exponential is 0, and 0/0 is NaN',
  coarse: 'exponentials this small keep few bits, and the shares are off without a warning',
};

export default widget({
  title: 'Naive beside shifted',
  about: 'Add one offset to every logit, and watch one formula fail where the other does not move.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow'], [2, 1, 0.1]),
      min: -5,
      max: 5,
      step: 0.1,
      limits: [-2000, 2000],
    }),
    offset: number({ label: 'offset b', value: 0, min: -1000, max: 1000, step: 0.5, limits: [-1e6, 1e6] }),
  },
  values: ({ z, offset }) => {
    const moved = valuesOf(z).map((zi) => zi + offset);
    const max = Math.max(...moved);
    const naive = naiveSoftmax(moved);
    const shifted = softmaxShiftedBy(moved, max);
    const classes = z.map((row, i) => ({
      label: row.label,
      z: row.value,
      moved: moved[i]!,
      below: moved[i]! - max,
      e: exp(moved[i]!),
      s: exp(moved[i]! - max),
      naive: naive[i]!,
      p: shifted[i]!,
    }));
    const sum = classes.reduce((total, { e }) => total + e, 0);
    const fate: Fate = classes.some(({ e }) => e === Infinity)
      ? 'overflow'
      : sum === Infinity
        ? 'sum overflows'
        : sum === 0
          ? 'underflow'
          : classes.some(({ naive, p }) => Math.abs(naive - p) > 5e-5)
            ? 'coarse'
            : 'right';
    const [first] = classes;
    return {
      firstE: first!.e,
      firstS: first!.s,
      firstNaive: first!.naive,
      firstP: first!.p,
      classes,
      max,
      sum,
      held: classes.reduce((total, { s }) => total + s, 0),
      count: z.length,
      fate,
    };
  },
  tones: { held: 'softmax', p: 'softmax' },
  names: {
    firstE: 'e to the z + b, first class',
    firstS: 'e to the z + b − m, first class',
    firstNaive: 'naive p, first class',
    firstP: 'shifted p, first class',
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    moved: 'z + b',
    below: 'z + b − m',
    e: 'e to the z + b',
    s: 'e to the z + b − m',
    naive: 'naive p',
    p: 'shifted p',
    max: 'm, the largest z + b',
    sum: 'sum of e to the z + b',
    held: 'sum of e to the z + b − m',
    count: 'classes',
    fate: 'the naive formula',
  },
  write: {
    firstS: fixed,
    firstNaive: fixed,
    firstP: fixed,
    z: (z) => fixed(z, 1),
    moved: (x) => fixed(x, 1),
    below: (x) => fixed(x, 1),
    max: (m) => fixed(m, 1),
    s: fixed,
    held: fixed,
    naive: fixed,
    p: fixed,
  },
  draw: {
    line: {
      title: 'What each formula hands to the exponential, on the real line',
      size: { narrow: [343, 300], wide: [640, 300] },
      still: (_, { narrow }) => ({
        marginTop: 28,
        marginLeft: 12,
        marginRight: 12,
        marginBottom: 24,
        x: { axis: null, domain: ends },
        y: { axis: null, domain: [0, 3] },
        marks: [
          Plot.rect([safe], { x1: 'from', x2: 'to', y1: 1.1, y2: 3, fill: 'var(--wash)' }),
          Plot.ruleX([safe.from, safe.to], { y1: 1.1, y2: 3, stroke: 'var(--soft)', strokeDasharray: '2 3' }),
          Plot.ruleY([2.05], { stroke: 'var(--line)' }),
          Plot.ruleY([1.1], { stroke: 'var(--soft)' }),
          Plot.text(narrow ? [-1000, 0, 1000] : [-1000, -500, 0, 500, 1000], {
            x: (x: number) => x,
            y: 1.1,
            dy: 12,
            text: (x: number) => text(x),
          }),
          Plot.text(
            [
              { x: (ends[0] + safe.from) / 2, words: narrow ? '0' : 'eˣ is 0' },
              { x: (safe.from + safe.to) / 2, words: narrow ? 'eˣ fits float64' : 'safe zone: eˣ fits float64' },
              { x: (safe.to + ends[1]) / 2, words: narrow ? '∞' : 'eˣ is ∞' },
            ],
            { x: 'x', y: 3, text: 'words', dy: -11, fill: 'var(--soft)' },
          ),
          Plot.text(
            [
              { y: lane.moved, words: 'naive: z + b' },
              { y: lane.below, words: 'shifted: z + b − m' },
            ],
            { x: safe.from, y: 'y', text: 'words', dx: 8, dy: -29, textAnchor: 'start', fill: 'var(--ink)' },
          ),
        ],
      }),
      moving: ({ classes }, { narrow }) => {
        const range = reachOf(classes.map(({ below }) => below));
        const edges = [glass.left, glass.right] as const;
        const scale = { stroke: 'var(--soft)' };
        return [
          // The glass: what lies between the largest exponent and `range` below it, drawn wide.
          ...edges.map((x, i) =>
            link([i === 0 ? within(-range) : 0, 1.1], [x, glass.top], { ...scale, strokeDasharray: '2 3' }),
          ),
          ruleY(glass.bottom, { x1: glass.left, x2: glass.right, ...scale }),
          ...edges.map((x, i) =>
            label([x, glass.bottom], i === 0 ? text(-range) : '0', { dy: 13, fill: 'var(--soft)', stays: true }),
          ),
          label([0, glass.bottom], narrow ? 'below the largest' : 'the same points, seen close: below the largest', {
            dy: 13,
            fill: 'var(--soft)',
            stays: true,
          }),
          ...classes.flatMap(({ label: name, below }, i) => {
            const at = [
              glass.right + (below / range) * (glass.right - glass.left),
              glass.top - 0.2 * (i + 0.5),
            ] as const;
            const outward = at[0] > 0 ? -1 : 1;
            return [
              dot(at, { r: 5, fill: `var(--class-${i + 1})`, term: termOf(name) }),
              label(at, name, { dx: 10 * outward, textAnchor: outward > 0 ? 'start' : 'end', term: termOf(name) }),
            ];
          }),
          ...(['moved', 'below'] as const).flatMap((which) => {
            const points = classes.map(({ label: name, [which]: x }, i) => ({
              name,
              x,
              i,
              fits: x >= safe.from && x <= safe.to,
            }));
            const most = within(Math.max(...points.map(({ x }) => x)));
            const least = within(Math.min(...points.map(({ x }) => x)));
            const outward = most > 300 ? -1 : 1;
            return [
              ...points.flatMap(({ name, x, i, fits }) => {
                const at = [within(x), lane[which] + 0.13 * (1 - i)] as const;
                // What underflows is hollow, what overflows is crossed out.
                const look = {
                  r: 5,
                  symbol: x > safe.to ? 'times' : 'circle',
                  fill: fits ? `var(--class-${i + 1})` : 'var(--paper)',
                  stroke: fits ? 'var(--paper)' : 'var(--alarm)',
                  strokeWidth: fits ? 1 : 2,
                  term: termOf(name),
                } as const;
                return which === 'moved' && i === 1 ? handle(at, { along: 'x', ...look }) : dot(at, look);
              }),
              label([outward > 0 ? most : least, lane[which]], points.map(({ x }) => fixed(x, 1)).join(', '), {
                dx: 12 * outward,
                textAnchor: outward > 0 ? 'start' : 'end',
                fill: points.every(({ fits }) => fits) ? 'var(--ink)' : 'var(--alarm)',
              }),
            ];
          }),
        ];
      },
      drag: { x: 'offset' },
    },
    gauge: {
      title: 'The sum of the shifted exponentials, between 1 and the number of classes',
      size: { narrow: [343, 74], wide: [640, 74] },
      still: (_, { narrow }) => ({
        marginTop: 24,
        marginLeft: narrow ? 24 : 60,
        marginRight: narrow ? 24 : 60,
        x: { label: null, domain: [1, 3], ticks: [1, 2, 3], tickFormat: (x: number) => (x === 3 ? '3 = C' : `${x}`) },
        y: { axis: null, domain: [-1, 1] },
        marks: [Plot.ruleY([0], { stroke: 'var(--softmax)', strokeWidth: 6, strokeOpacity: 0.25 })],
      }),
      moving: ({ held }) => [
        dot([held, 0], { r: 6, fill: 'var(--softmax)', stroke: 'var(--paper)', strokeWidth: 2, term: 'held' }),
        label([held, 0], `sum ${fixed(held)}`, {
          dy: -16,
          textAnchor: held > 2.5 ? 'end' : held < 1.5 ? 'start' : 'middle',
          term: 'held',
        }),
      ],
    },
  },
  layout: ['line', 'offset', 'gauge', 'z'],
  say: ({ classes, offset, fate }) => {
    const naive = classes.map((each) => each.naive);
    const shifted = classes.map((each) => each.p);
    const before = `With ${text(offset)} added to every logit, `;
    if (fate === 'right') return say`${before}both formulas say ${mention('p', vector(shifted), 'softmax')}.`;
    return say`${before}the naive formula says ${mention('naive', vector(naive), 'alarm')}: ${accidents[fate]}. The shifted one says ${mention('p', vector(shifted), 'softmax')}.`;
  },
});
