import * as Plot from '../draw/plot.ts';
import { fixed, logit, raised, scientific, sigmoidDerivative } from 'logits';
import { dot, label, line } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

const depth = 10;
const layers = Array.from({ length: depth + 1 }, (_, passed) => passed);
const reach = 4;

/** A product of slopes: powers of ten where four decimals would hide it. */
const small = (x: number) => (x < 1e-2 ? scientific(x, 1) : fixed(x, 4));

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
      title: 'What is left of a gradient of 1 after each of ten layers, on a logarithmic scale',
      size: { narrow: [343, 290], wide: [640, 340] },
      uses: [],
      still: (_, { narrow }) => ({
        marginTop: 22,
        marginRight: 30,
        marginBottom: 46,
        marginLeft: 48,
        x: { label: null, domain: [0, depth], ticks: narrow ? 5 : depth },
        y: {
          label: null,
          type: 'log',
          domain: [1e-21, 1e4],
          ticks: [1, 1e-5, 1e-10, 1e-15, 1e-20],
          tickFormat: (y: number) => (y === 1 ? '1' : `10${raised(Number(y.toExponential().split('e')[1]))}`),
        },
        marks: [
          Plot.line(layers, { x: (k) => k, y: 1, stroke: 'var(--soft)', strokeDasharray: '8 3' }),
          Plot.text([[depth, 1]], {
            text: ['slope 1 in every layer'],
            textAnchor: 'end',
            dy: -10,
            fill: 'var(--soft)',
          }),
          Plot.line(layers, { x: (k) => k, y: (k) => 0.25 ** k, strokeDasharray: '2 4' }),
          Plot.text([[depth, 0.25 ** depth]], {
            text: ['¼ in every layer'],
            textAnchor: 'end',
            dx: 20,
            dy: narrow ? -28 : -20,
          }),
          Plot.text([[depth / 2, 1e-21]], { text: ['layers passed, from the output down'], dy: 36 }),
        ],
      }),
      moving: ({ factor, product }) => [
        line(
          layers.map((k) => [k, factor ** k]),
          { stroke: 'var(--sigmoid)', strokeWidth: 2.5, term: 'factor' },
        ),
        ...layers.map((k) =>
          dot([k, factor ** k], { r: 5.5, fill: 'var(--sigmoid)', stroke: 'var(--paper)', term: 'factor' }),
        ),
        label([depth, product], small(product), {
          textAnchor: 'end',
          dx: 16,
          dy: 20,
          fill: 'var(--sigmoid)',
          stroke: 'var(--paper)',
          strokeWidth: 5,
          fontWeight: 600,
          term: 'product',
        }),
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
