import * as Plot from '../draw/plot.ts';
import { fixed, logit, percent, sigmoid, softmax, text } from 'logits';
import { halfPlane } from '../draw/half-plane.ts';
import { dot, handle, label, line, link, ruleX, ruleY } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

/** Half the side of the plane. */
const r = 4;
/** The shares whose diagonals are drawn: from one to the next the odds grow about tenfold. */
const levels = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999].map((p) => ({ p, d: logit(p), written: text(p) }));
const curve = Array.from({ length: 97 }, (_, i) => i / 6 - 8).map((d) => ({ d, p: sigmoid(d) }));

const tenth = (z: number): number => Math.round(10 * z) / 10 + 0; // never −0

/** A logit on the sliders' steps is written with one decimal, and so is a difference of two; a typed one as it is. */
const short = (z: number): string => (Math.abs(z - tenth(z)) < 1e-9 ? fixed(tenth(z), 1) : text(z));

const within = (z: number): number => Math.min(Math.max(z, -r), r);

export default widget({
  title: 'Two classes: the plane and the curve',
  about: 'Move two logits over a plane: softmax sees only on which diagonal they lie, and so does the sigmoid.',
  params: {
    z1: number({ label: 'logit z₁', value: 3, min: -r, max: r, step: 0.1 }),
    z2: number({ label: 'logit z₂', value: 1, min: -r, max: r, step: 0.1 }),
  },
  values: ({ z1, z2 }) => {
    const [p, q] = softmax([z1, z2]) as unknown as [number, number];
    const d = z1 - z2;
    return { d, p, q, s: sigmoid(d) };
  },
  tones: { p: 'softmax', q: 'softmax', s: 'sigmoid' },
  names: { d: 'd = z₁ − z₂', p: 'p₁ from softmax', q: 'p₂ from softmax', s: 'σ(d)' },
  write: { z1: short, z2: short, d: short, p: fixed, q: fixed, s: fixed },
  draw: {
    plane: {
      title: 'The plane of two logits, with diagonals of equal share',
      size: { narrow: [343, 331], wide: [440, 416] },
      still: () => ({
        marginTop: 30,
        marginRight: 44,
        marginBottom: 36,
        marginLeft: 38,
        x: { label: 'logit z₁', domain: [-r, r], ticks: [-4, -2, 0, 2, 4] },
        y: { label: 'z₂', domain: [-r, r], ticks: [-4, -2, 0, 2, 4] },
        marks: [
          levels.map(({ d }) =>
            Plot.line(halfPlane([1, -1], d, r).inside, {
              curve: 'linear-closed',
              fill: 'var(--softmax)',
              fillOpacity: 0.075,
              stroke: 'none',
            }),
          ),
          levels.map(({ p, d }) =>
            Plot.line(halfPlane([1, -1], d, r).border, {
              stroke: 'var(--softmax)',
              strokeOpacity: p === 0.5 ? 1 : 0.45,
            }),
          ),
          Plot.ruleY([0], { stroke: 'var(--rule)', strokeOpacity: 0.6 }),
          Plot.text(
            levels.filter(({ d }) => d < 0),
            { x: ({ d }) => r + d, y: r, dy: -8, text: 'written', fill: 'var(--soft)' },
          ),
          Plot.text(
            levels.filter(({ d }) => d > 0),
            { x: r, y: ({ d }) => r - d, dx: 6, textAnchor: 'start', text: 'written', fill: 'var(--soft)' },
          ),
          Plot.text(
            [
              [-2.7, -1.6],
              [-1.6, -2.7],
            ],
            { text: ['class 2 ahead', 'class 1 ahead'], rotate: -45, fill: 'var(--soft)' },
          ),
        ],
      }),
      moving: ({ z1, z2, d }) => [
        link([z1, -r], [z1, z2], { stroke: 'var(--ink)', strokeOpacity: 0.45, term: 'z1' }),
        link([-r, z2], [z1, z2], { stroke: 'var(--ink)', strokeOpacity: 0.45, term: 'z2' }),
        line(halfPlane([1, -1], d, r).border, { stroke: 'var(--ink)', strokeWidth: 2, term: 'd' }),
        ...(Math.abs(d) <= r
          ? [
              dot([d, 0], { r: 5, fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2, term: 'd' }),
              label([d, 0], `[${short(d)}, 0]`, {
                dx: d > 2 ? -9 : 9,
                dy: 13,
                textAnchor: d > 2 ? 'end' : 'start',
                fill: 'var(--ink)',
                term: 'd',
              }),
            ]
          : []),
        label([r, r], 'p₁ = 0.5', { dx: 6, dy: -8, fill: 'var(--softmax)' }),
        ...handle([z1, z2], { r: 7, fill: 'var(--softmax)', stroke: 'var(--paper)', strokeWidth: 2, term: 'p' }),
      ],
      drag: { x: 'z1', y: 'z2' },
    },
    curve: {
      title: 'The sigmoid of the difference of the two logits',
      size: { narrow: [343, 260], wide: [440, 416] },
      still: () => ({
        marginTop: 30,
        marginRight: 16,
        marginBottom: 36,
        marginLeft: 38,
        x: { label: 'difference z₁ − z₂', domain: [-8, 8], ticks: [-8, -4, 0, 4, 8] },
        y: { label: 'σ(z₁ − z₂)', domain: [0, 1], ticks: [0, 0.5, 1] },
        marks: [
          Plot.ruleY([0, 1], { stroke: 'var(--line)' }),
          Plot.ruleY([0.5], { stroke: 'var(--line)', strokeDasharray: '2 4' }),
          Plot.line(curve, { x: 'd', y: 'p', stroke: 'var(--sigmoid)', strokeWidth: 2 }),
        ],
      }),
      moving: ({ d, s }) => [
        ruleX(d, { y1: 0, y2: s, stroke: 'var(--ink)', term: 'd' }),
        ruleY(s, { x1: -8, x2: d, stroke: 'var(--sigmoid)', term: 's' }),
        // Above the line that it names, or below it near the top; clear of the curve while that is low.
        label([-7.7, Math.max(s, 0.5)], `σ(${short(d)}) = ${fixed(s)}`, {
          dy: s > 0.85 ? 12 : -10,
          textAnchor: 'start',
          fill: 'var(--sigmoid)',
          term: 's',
        }),
        ...handle([d, s], {
          along: 'x',
          r: 7,
          fill: 'var(--sigmoid)',
          stroke: 'var(--paper)',
          strokeWidth: 2,
          term: 's',
        }),
      ],
      // The first logit carries the difference as far as the plane goes; the second takes the rest.
      moves: ['z1', 'z2'],
      drag: ({ z2 }, _, { x }) => {
        const d = tenth(Math.min(Math.max(x, -2 * r), 2 * r));
        const z1 = tenth(within(d + z2));
        return { z1, z2: tenth(within(z1 - d)) };
      },
    },
  },
  actions: {
    up: {
      label: 'Add 1 to both',
      do: ({ z1, z2 }) => ({ z1: tenth(z1 + 1), z2: tenth(z2 + 1) }),
      when: ({ z1, z2 }) => Math.max(z1, z2) <= r - 1,
    },
    down: {
      label: 'Take 1 from both',
      do: ({ z1, z2 }) => ({ z1: tenth(z1 - 1), z2: tenth(z2 - 1) }),
      when: ({ z1, z2 }) => Math.min(z1, z2) >= 1 - r,
    },
    swap: { label: 'Swap them', do: ({ z1, z2 }) => ({ z1: z2, z2: z1 }) },
  },
  layout: [
    ['plane', 'curve'],
    ['z1', 'z2'],
  ],
  say: ({ z1, z2, d, p, s }) =>
    say`Logits ${mention('z1', short(z1))} and ${mention('z2', short(z2))} differ by ${mention('d', short(d))}. Class 1 gets ${mention('p', percent(p), 'softmax')} from softmax of the two, and ${mention('s', percent(s), 'sigmoid')} from σ of the difference.`,
});
