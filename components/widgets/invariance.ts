import * as Plot from '../draw/plot.ts';
import { fixed, logSumExp, softmax, text, vector } from 'logits';
import { clearOfRing, dot, handle, label, line, ruleX, ruleY } from '../draw/marks.ts';
import { mention, number, rows, rowsOf, say, termOf, valuesOf, widget } from '../widget/contract.ts';

const ends = [-5, 5] as const;

export default widget({
  title: 'What stays and what moves along',
  about: 'Add one number to every logit: softmax is invariant, log-sum-exp is equivariant.',
  params: {
    c: number({ label: 'added c', value: 2, min: ends[0], max: ends[1], step: 0.1 }),
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow'], [2, 1, 0.1]),
      min: -5,
      max: 5,
      step: 0.1,
    }),
  },
  values: ({ c, z }) => {
    const logits = valuesOf(z);
    const moved = logits.map((zi) => zi + c);
    const p = softmax(moved);
    return {
      classes: z.map(({ label, value }, i) => ({ label, z: value, moved: moved[i]!, p: p[i]! })),
      lse: logSumExp(moved),
      lseBefore: logSumExp(logits),
      max: Math.max(...moved),
      maxBefore: Math.max(...logits),
    };
  },
  tones: { lse: 'softmax', lseBefore: 'softmax' },
  names: {
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    moved: 'z + c',
    p: 'p = softmax(z + c)',
    lse: 'log-sum-exp of z + c',
    lseBefore: 'log-sum-exp of z',
    max: 'largest z + c',
    maxBefore: 'largest z',
  },
  write: {
    c: (c) => fixed(c, 1),
    moved: (x) => fixed(x, 1),
    p: fixed,
    lse: fixed,
    lseBefore: fixed,
    max: (m) => fixed(m, 1),
  },
  draw: {
    stays: {
      title: 'The shares of softmax(z + c) against c',
      size: { narrow: [343, 210], wide: [310, 250] },
      uses: [],
      still: () => ({
        marginRight: 44,
        marginBottom: 40,
        x: {
          label: 'added c',
          domain: ends,
          ticks: [-5, 0, 5],
          tickFormat: (x: number) => text(x),
          tickPadding: clearOfRing,
        },
        y: { label: 'softmax(z + c)', domain: [0, 1], ticks: [0, 0.5, 1] },
        marks: [Plot.ruleY([0, 1], { stroke: 'var(--line)' })],
      }),
      moving: ({ c, classes }) => [
        ruleX(c, { stroke: 'var(--soft)', term: 'c' }),
        ...handle([c, 0], { r: 5, fill: 'var(--ink)', stroke: 'var(--paper)', term: 'c' }),
        ...classes.map(({ label, p }, i) =>
          ruleY(p, {
            stroke: `var(--class-${i + 1})`,
            strokeWidth: 2,
            strokeDasharray: ['none', '6 3', '2 3'][i],
            term: termOf(label),
          }),
        ),
        ...classes.map(({ label, p }, i) =>
          dot([c, p], { r: 5, fill: `var(--class-${i + 1})`, stroke: 'var(--paper)', term: termOf(label) }),
        ),
        ...spread(classes.map(({ p }) => p)).map((y, i) =>
          label([ends[1], y], classes[i]!.label, {
            dx: 6,
            textAnchor: 'start',
            fill: `var(--class-${i + 1})`,
            term: termOf(classes[i]!.label),
          }),
        ),
      ],
      drag: { x: 'c' },
    },
    moves: {
      title: 'The log-sum-exp of z + c against c, above the largest logit',
      size: { narrow: [343, 230], wide: [310, 250] },
      uses: [],
      still: () => ({
        marginRight: 44,
        x: { label: 'added c', domain: ends, ticks: [-5, 0, 5], tickFormat: (x: number) => text(x) },
        y: { label: 'LSE(z + c)', domain: [-11, 12], ticks: [-10, -5, 0, 5, 10], tickFormat: (x: number) => text(x) },
        marks: [Plot.ruleY([0], { stroke: 'var(--line)' })],
      }),
      moving: ({ c, lse, lseBefore, maxBefore }) => [
        ruleX(c, { stroke: 'var(--soft)', term: 'c' }),
        line(
          ends.map((c) => [c, lseBefore + c]),
          { stroke: 'var(--softmax)', strokeWidth: 2, term: 'lse' },
        ),
        line(
          ends.map((c) => [c, maxBefore + c]),
          { stroke: 'var(--soft)', strokeDasharray: '4 4', term: 'max' },
        ),
        label([ends[1], lseBefore + ends[1]], 'LSE', {
          dx: 6,
          dy: -5,
          textAnchor: 'start',
          fill: 'var(--softmax)',
          term: 'lse',
        }),
        label([ends[1], maxBefore + ends[1]], 'max', {
          dx: 6,
          dy: 8,
          textAnchor: 'start',
          fill: 'var(--soft)',
          term: 'max',
        }),
        ...handle([c, lse], { r: 6, fill: 'var(--softmax)', stroke: 'var(--paper)', term: 'lse' }),
      ],
      drag: { x: 'c' },
    },
  },
  layout: [['stays', 'moves'], 'c', 'z'],
  say: ({ c, classes, lse, lseBefore }) =>
    say`With ${mention('c', text(c))} added, softmax is still ${mention('p', vector(classes.map(({ p }) => p)), 'softmax')}, and log-sum-exp has gone from ${fixed(lseBefore)} to ${mention('lse', fixed(lse), 'softmax')}.`,
});

/** Heights for labels beside lines: in the order of the lines, at least a line of text apart, inside of [0, 1]. */
function spread(heights: number[]): number[] {
  const apart = 0.085;
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  order.forEach((i, rank) => {
    if (rank > 0) placed[i] = Math.max(placed[i]!, placed[order[rank - 1]!]! + apart);
  });
  const over = Math.max(placed[order.at(-1)!]! - 1, 0);
  if (over === 0) return placed;
  // What stands above 1 comes down, and pushes those under it.
  let ceiling = 1;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - apart;
  }
  return placed;
}
