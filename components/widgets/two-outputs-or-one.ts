import * as Plot from '../draw/plot.ts';
import { binaryCrossEntropyWithLogits, crossEntropyWithLogits, fixed, logit, sigmoid, text } from 'logits';
import { halfPlane, type Pair } from '../draw/half-plane.ts';
import { arrow, handle, label, line } from '../draw/marks.ts';
import { mention, number, rows, rowsOf, say, valuesOf, widget, type Row } from '../widget/contract.ts';

/** Half the side of the plane of inputs, and of the plane of weights. */
const r = 3;
const most = 2;

/** Both planes stand beside each other, of one size. */
const size: { narrow: [number, number]; wide: [number, number] } = { narrow: [343, 320], wide: [400, 384] };
const margins = { marginTop: 24, marginRight: 14, marginBottom: 36, marginLeft: 30 };

/** Fourteen inputs of two classes that overlap: no border through the origin sorts them without a mistake. */
const points: { x: Pair; first: boolean }[] = [
  ...[
    [1.9, 1],
    [1.2, -0.3],
    [0.8, 1.7],
    [2.3, 0.2],
    [0.5, 0.4],
    [-0.6, 0.3],
    [1.5, 2.2],
  ].map((x) => ({
    x: x as Pair,
    first: true,
  })),
  ...[
    [-1.6, -0.4],
    [-0.9, -1.6],
    [-2.2, 0.6],
    [-0.4, -0.7],
    [0.7, -0.5],
    [-1.3, 0.9],
    [-2, -1.5],
  ].map((x) => ({
    x: x as Pair,
    first: false,
  })),
];

const levels = [0.1, 0.5, 0.9].map((p) => ({ written: text(p), d: logit(p) }));

const dot = (a: Pair, b: Pair): number => a[0] * b[0] + a[1] * b[1];
const minus = (a: Pair, b: Pair): Pair => [a[0] - b[0], a[1] - b[1]];
const times = (c: number, a: Pair): Pair => [c * a[0], c * a[1]];
const length = (a: Pair): number => Math.hypot(...a);
const vectorOf = (weights: readonly Row[]): Pair => valuesOf(weights) as Pair;
const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
/** To three decimals, as the weights are: what two of them differ by carries noise further down. */
const inBrackets = (a: Pair): string => `(${a.map((x) => text(Number(x.toFixed(3)) + 0)).join(', ')})`;

const ticks = (end: number) => ({ ticks: [-end, 0, end], tickFormat: (x: number) => text(x) });

/** The same rows with other values, on the sliders' steps unless more decimals are asked for. */
const rowsWith = (weights: readonly Row[], values: Pair, decimals = 1): Row[] =>
  weights.map(({ label }, i) => ({ label, value: Number(values[i]!.toFixed(decimals)) }));

/** The weights of one output with the least loss and decay on these points, by Newton's method: the loss is convex. */
function trained(lambda: number): Pair {
  let w: Pair = [0, 0];
  for (let step = 0; step < 12; step++) {
    let [g1, g2] = times(lambda, w);
    let [h11, h12, h22] = [lambda, 0, lambda];
    for (const { x, first } of points) {
      const p = sigmoid(dot(w, x));
      const slope = (p - Number(first)) / points.length;
      const bend = (p * (1 - p)) / points.length;
      g1 += slope * x[0];
      g2 += slope * x[1];
      h11 += bend * x[0] * x[0];
      h12 += bend * x[0] * x[1];
      h22 += bend * x[1] * x[1];
    }
    const det = h11 * h22 - h12 * h12;
    w = minus(w, [(h22 * g1 - h12 * g2) / det, (h11 * g2 - h12 * g1) / det]);
  }
  return w;
}

/** What decay λ charges two outputs is least at w₁ = −w₂ = w/2, where it is what λ/2 charges w. */
const trainedDifference = (lambda: number): Pair => trained(lambda / 2);

/** A vector brought into the drawing. */
const within = (a: Pair): Pair => a.map((x) => Math.min(Math.max(x, -most), most)) as Pair;

/** A weight vector: one row an input, named by class and input. */
const weights = (label: string, value: Pair) =>
  rows({ label, value: rowsOf([`${label}₁`, `${label}₂`], value), min: -most, max: most, step: 0.1 });

export default widget({
  title: 'Two outputs or one',
  about: 'Two weight vectors against one: move both by the same vector and no prediction changes.',
  params: {
    w1: weights('w₁', [1.4, 0.6]),
    w2: weights('w₂', [0.2, -0.4]),
    lambda: number({ label: 'decay λ', value: 0.1, min: 0.01, max: 1, step: 0.05, scale: 'log' }),
  },
  values: ({ w1, w2, lambda }) => {
    const [a, b] = [vectorOf(w1), vectorOf(w2)];
    const w = minus(a, b);
    const lossTwo = mean(points.map(({ x, first }) => crossEntropyWithLogits([dot(a, x), dot(b, x)], first ? 0 : 1)));
    const lossOne = mean(points.map(({ x, first }) => binaryCrossEntropyWithLogits(dot(w, x), Number(first))));
    const decayTwo = (lambda / 2) * (dot(a, a) + dot(b, b));
    const decayOne = (lambda / 2) * dot(w, w);
    return {
      difference: w,
      w: inBrackets(w),
      lossTwo,
      lossOne,
      decayTwo,
      decayOne,
      totalTwo: lossTwo + decayTwo,
      totalOne: lossOne + decayOne,
      lengthTwo: length(trainedDifference(lambda)),
      lengthOne: length(trained(lambda)),
    };
  },
  names: {
    w: 'w₁ − w₂',
    lengthTwo: 'length of the trained w₁ − w₂',
    lengthOne: 'length of the trained w',
    lossTwo: 'loss of two outputs',
    lossOne: 'loss of one output',
    decayTwo: 'decay of two outputs',
    decayOne: 'decay of one output',
    totalTwo: 'total of two outputs',
    totalOne: 'total of one output',
  },
  write: {
    lossTwo: fixed,
    lossOne: fixed,
    decayTwo: fixed,
    decayOne: fixed,
    totalTwo: fixed,
    totalOne: fixed,
    lambda: text,
    lengthTwo: (x) => fixed(x, 2),
    lengthOne: (x) => fixed(x, 2),
  },
  draw: {
    weights: {
      title: 'The two weight vectors and their difference',
      size,
      still: () => ({
        ...margins,
        x: { label: 'weight of x₁', domain: [-most, most], ...ticks(most) },
        y: { label: 'weight of x₂', domain: [-most, most], ...ticks(most) },
        marks: [Plot.ruleX([0], { stroke: 'var(--line)' }), Plot.ruleY([0], { stroke: 'var(--line)' })],
      }),
      moving: ({ w1, w2 }) => {
        const [a, b] = [vectorOf(w1), vectorOf(w2)];
        const drawn = { strokeWidth: 2, headLength: 9 };
        const called = (at: Pair, term: string, name: string, fill: string, dy: number) =>
          label(at, name, { fill, dy, fontSize: 14, stroke: 'var(--paper)', strokeWidth: 4, term });
        // The difference leads from tip to tip in a bow away from the origin: it shows even where all three are in line.
        const w = minus(a, b);
        const side = b[0] * w[1] < b[1] * w[0] ? 1 : -1;
        const top = minus(
          times(0.5, [a[0] + b[0], a[1] + b[1]]),
          times(side * (0.11 + 0.25 / length(w)), [w[1], -w[0]]),
        );
        return [
          arrow(b, a, {
            ...drawn,
            stroke: 'var(--ink)',
            strokeDasharray: '5 4',
            bend: 25 * side,
            insetEnd: 5,
            insetStart: 3,
            term: 'w',
          }),
          arrow([0, 0], a, { ...drawn, stroke: 'var(--class-1)', term: 'w1' }),
          arrow([0, 0], b, { ...drawn, stroke: 'var(--class-2)', term: 'w2' }),
          ...handle(a, { r: 3, fill: 'var(--class-1)', term: 'w1' }),
          ...handle(b, { r: 3, fill: 'var(--class-2)', term: 'w2' }),
          called(a, 'w1', 'w₁', 'var(--class-1)', a[1] >= b[1] ? -11 : 12),
          called(b, 'w2', 'w₂', 'var(--class-2)', b[1] > a[1] ? -11 : 12),
          ...(length(w) > 0.6 ? [called(top, 'w', 'w', 'var(--ink)', 0)] : []),
        ];
      },
      // A tip that is taken moves alone; taken anywhere else, both vectors move by the same.
      moves: ['w1', 'w2'],
      drag: ({ w1, w2, lambda }, _, at, from) => {
        const [a, b] = [vectorOf(w1), vectorOf(w2)];
        const by = minus([at.x, at.y], [from.x, from.y]);
        const far = (tip: Pair) => length(minus(tip, [from.x, from.y]));
        const moved = (tip: Pair): Pair => within([tip[0] + by[0], tip[1] + by[1]]);
        if (Math.min(far(a), far(b)) < 0.4)
          return far(a) <= far(b)
            ? { w1: rowsWith(w1, moved(a)), w2, lambda }
            : { w1, w2: rowsWith(w2, moved(b)), lambda };
        const room = (i: 0 | 1) =>
          Number(Math.min(Math.max(by[i], -most - Math.min(a[i], b[i])), most - Math.max(a[i], b[i])).toFixed(1));
        const same: Pair = [room(0), room(1)];
        return {
          w1: rowsWith(w1, minus(a, times(-1, same)), 3),
          w2: rowsWith(w2, minus(b, times(-1, same)), 3),
          lambda,
        };
      },
    },
    inputs: {
      title: 'Inputs of two classes, with the lines where class 1 gets 0.1, 0.5 and 0.9',
      size,
      still: () => ({
        ...margins,
        x: { label: 'input x₁', domain: [-r, r], ...ticks(r) },
        y: { label: 'input x₂', domain: [-r, r], ...ticks(r) },
        marks: [
          Plot.dot(
            points.filter(({ first }) => first),
            { x: ({ x }) => x[0], y: ({ x }) => x[1], r: 4.5, fill: 'var(--class-1)' },
          ),
          Plot.dot(
            points.filter(({ first }) => !first),
            {
              x: ({ x }) => x[0],
              y: ({ x }) => x[1],
              r: 4.5,
              symbol: 'square',
              stroke: 'var(--class-2)',
              strokeWidth: 2,
              fill: 'var(--paper)',
            },
          ),
          Plot.text([[2.4, 2.7]], { text: ['class 1'], fill: 'var(--class-1)' }),
          Plot.text([[-2.4, -2.7]], { text: ['class 2'], fill: 'var(--class-2)' }),
        ],
      }),
      moving: ({ difference }) => {
        const parts = levels.map(({ written, d }) => ({ written, ...halfPlane(difference, d, r) }));
        // A level is named near the upper end of its line, on the side of class 1.
        const names = parts
          .filter(({ border }) => border.length > 0)
          .map(({ written, border: [one, other] }) => {
            const [high, low] = one![1] >= other![1] ? [one!, other!] : [other!, one!];
            const aside = times(0.3 / length(difference), difference);
            const at = [0.88 * high[0] + 0.12 * low[0] + aside[0], 0.88 * high[1] + 0.12 * low[1] + aside[1]] as const;
            return { written, at };
          })
          .filter(({ at: [x, y] }) => Math.max(Math.abs(x), Math.abs(y)) < r - 0.15);
        return [
          ...parts.map(({ inside }) =>
            line(inside, { closed: true, fill: 'var(--class-1)', fillOpacity: 0.1, stroke: 'none' }),
          ),
          ...parts.map(({ border }) => line(border, { stroke: 'var(--ink)', strokeOpacity: 0.5, term: 'w' })),
          line(parts[1]!.border, { stroke: 'var(--ink)', strokeWidth: 2, term: 'w' }),
          ...names.map(({ at, written }) => label(at, written, { fill: 'var(--ink)', term: 'w' })),
        ];
      },
    },
    cost: {
      title: 'Loss and decay of the two models',
      table: (s) => ({
        head: ['cost', 'two outputs', 'one output'],
        rows: [
          { key: 'loss', term: 'loss', cells: ['loss on the points', fixed(s.lossTwo), fixed(s.lossOne)] },
          { key: 'decay', term: 'decay', cells: ['decay', fixed(s.decayTwo), fixed(s.decayOne)] },
          { key: 'total', term: 'total', cells: ['together', fixed(s.totalTwo), fixed(s.totalOne)] },
        ],
      }),
    },
  },
  terms: ['loss', 'decay', 'total'],
  actions: {
    move: {
      label: 'Move both by (−0.5, 0.5)',
      do: ({ w1, w2, lambda }) => {
        const by = (w: Row[]) => rowsWith(w, [w[0]!.value - 0.5, w[1]!.value + 0.5], 3);
        return { w1: by(w1), w2: by(w2), lambda };
      },
      when: ({ w1, w2 }) => [w1, w2].every(([x, y]) => x!.value >= 0.5 - most && y!.value <= most - 0.5),
    },
    center: {
      label: 'Center: w₁ = −w₂',
      do: ({ w1, w2, lambda }, { difference }) => ({
        w1: rowsWith(w1, times(0.5, difference), 3),
        w2: rowsWith(w2, times(-0.5, difference), 3),
        lambda,
      }),
    },
    trainTwo: {
      label: 'Train two outputs',
      do: ({ w1, w2, lambda }) => {
        const half = times(0.5, trainedDifference(lambda));
        return { w1: rowsWith(w1, half, 3), w2: rowsWith(w2, times(-1, half), 3), lambda };
      },
    },
    trainOne: {
      label: 'Train one output',
      do: ({ w1, w2, lambda }) => ({ w1: rowsWith(w1, trained(lambda), 3), w2: rowsWith(w2, [0, 0]), lambda }),
    },
  },
  layout: [
    ['weights', 'inputs', 'lambda', 'cost'],
    ['w1', 'w2'],
  ],
  say: ({ w, lossTwo, lossOne, decayTwo, decayOne }) =>
    say`With w₁ − w₂ = ${mention('w', w)} both models lose ${mention('loss', fixed(lossOne))} on the points${fixed(lossTwo) === fixed(lossOne) ? '' : ` (${fixed(lossTwo)})`}. Decay charges the two outputs ${mention('decay', fixed(decayTwo))} and the one ${mention('decay', fixed(decayOne))}.`,
});
