import * as Plot from '../draw/plot.ts';
import { fixed, logit, raised, scientific, sigmoidDerivative, text } from 'logits';
import { dot, handle, label, line, px, type Mark } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

const depth = 10;
const layers = Array.from({ length: depth + 1 }, (_, passed) => passed);
const reach = 4;

/** How high the chain lies, on the scale of the gradients under it. */
const chain = 1e10;

/** The stroke through the chain, everywhere as wide as the gradient there; its widest place has a width of its own. */
const stream =
  (factor: number): Mark =>
  (on) => {
    const widest = 34 / Math.max(1, factor ** depth);
    const along = Array.from({ length: 4 * depth + 1 }, (_, i) => i / 4);
    const edge = (passed: number, side: number) =>
      `${px(on.x(passed))} ${Math.round(100 * (on.y(chain) + (side * widest * factor ** passed) / 2)) / 100}`;
    const way = [...along.map((at) => edge(at, -1)), ...along.toReversed().map((at) => edge(at, 1))];
    return { tag: 'path', attributes: { fill: 'var(--sigmoid)', d: `M${way.join('L')}Z`, 'data-term': 'factor' } };
  };

/** A product of slopes: powers of ten where four decimals would hide it. */
const small = (x: number) => (x < 1e-2 ? scientific(x, 1) : x < 10 ? fixed(x, 4) : text(x, 4));

/** The logit on whose place the curve has a given slope, on the side of `sign`; the middle for a slope that it never has. */
const logitOfSlope = (slope: number, sign: number) =>
  (sign < 0 ? -1 : 1) * logit((1 + Math.sqrt(Math.max(1 - 4 * slope, 0))) / 2);

export default widget({
  title: 'Ten layers of sigmoid',
  about: 'Every layer multiplies the gradient by a slope of at most a quarter, and by a weight.',
  params: {
    z: number({ label: 'logit z', value: 1, min: -reach, max: reach, step: 0.1 }),
    w: number({ label: 'weight w', value: 1, min: 0.5, max: 8, step: 0.1 }),
  },
  values: ({ z, w }) => {
    const slope = sigmoidDerivative(z);
    return { slope, factor: w * slope, product: (w * slope) ** depth, best: 0.25 ** depth };
  },
  names: {
    slope: 'slope σ′(z)',
    factor: 'w times the slope',
    product: 'after ten layers',
    best: 'at best, with w = 1',
  },
  write: { z: (z) => fixed(z, 1), w: (w) => fixed(w, 1), slope: fixed, factor: fixed, product: small, best: small },
  draw: {
    fall: {
      title:
        'A chain of ten layers, its strokes as wide as the gradient; under it what is left of a gradient of 1, on a logarithmic scale',
      size: { narrow: [343, 340], wide: [640, 390] },
      uses: [],
      still: (_, { narrow }) => ({
        marginTop: 4,
        marginRight: 34,
        marginBottom: 46,
        marginLeft: 48,
        x: { label: null, domain: [0, depth], ticks: narrow ? 5 : depth },
        y: {
          label: null,
          type: 'log',
          domain: [1e-21, 1e15],
          ticks: [1, 1e-5, 1e-10, 1e-15, 1e-20],
          tickFormat: (y: number) => (y === 1 ? '1' : `10${raised(Number(y.toExponential().split('e')[1]))}`),
        },
        marks: [
          Plot.line(layers, { x: (k) => k, y: 1, stroke: 'var(--soft)', strokeDasharray: '8 3' }),
          Plot.line(layers, { x: (k) => k, y: (k) => 0.25 ** k, strokeDasharray: '2 4' }),
          Plot.text([[depth / 2, 1e-21]], { text: ['layers passed, from the output down'], dy: 36 }),
          Plot.ruleY([chain], { x1: 0, x2: depth, stroke: 'var(--soft)' }),
        ],
      }),
      moving: ({ factor, product }, { narrow }) => [
        stream(factor),
        ...layers.map((k) =>
          dot([k, chain], {
            r: k === 0 ? 4 : 6,
            fill: k === 0 ? 'var(--ink)' : 'var(--paper)',
            stroke: factor ** k < 1e-2 ? 'var(--soft)' : 'var(--ink)',
            strokeWidth: 2,
            term: 'factor',
          }),
        ),
        label([0, chain], 'output', { dy: 28, dx: -4, textAnchor: 'start' }),
        label([depth, chain], 'input', { dy: 28, dx: 8, textAnchor: 'end' }),
        label([0, chain], '1', { dy: -26, fontWeight: 600, fill: 'var(--sigmoid)' }),
        label([depth, chain], small(product), {
          textAnchor: 'end',
          dx: 16,
          dy: -26,
          fill: 'var(--sigmoid)',
          fontWeight: 600,
          term: 'product',
        }),
        line(
          layers.map((k) => [k, factor ** k]),
          { stroke: 'var(--sigmoid)', strokeWidth: 2.5, term: 'factor' },
        ),
        ...layers.flatMap((k) => {
          const look = { r: 5.5, fill: 'var(--sigmoid)', stroke: 'var(--paper)', term: 'factor' };
          return k === depth ? handle([k, product], look) : dot([k, factor ** k], look);
        }),
        label([depth, 0.25 ** depth], '¼ in every layer', {
          textAnchor: 'end',
          dy: factor > 0.25 ? 16 : narrow ? -32 : -26,
        }),
        label([depth, 1], 'slope 1 in every layer', { textAnchor: 'end', dy: -12, fill: 'var(--soft)' }),
      ],
      drag: (params, { factor }, at, from) => {
        // The dot that was grabbed follows the pointer, as far as a slope can take it.
        const grabbed = Math.min(Math.max(Math.round(from.x), 1), depth);
        const wanted = at.y * (factor ** grabbed / from.y);
        const z = logitOfSlope(wanted ** (1 / grabbed) / params.w, params.z);
        return { ...params, z: Number(Math.min(Math.max(z, -reach), reach).toFixed(1)) };
      },
    },
  },
  layout: ['fall', ['z', 'w']],
  say: ({ slope, factor, product, w }) =>
    say`Each layer multiplies by ${mention('w', fixed(w, 1))} × ${mention('slope', fixed(slope))} = ${mention('factor', fixed(factor), 'sigmoid')}. After ten layers, ${mention('product', small(product), 'sigmoid')} is left of a gradient of 1.`,
});
