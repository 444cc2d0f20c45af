import * as Plot from '../draw/plot.ts';
import { exp, fixed, onlineSoftmax, text, ulpDistance } from 'logits';
import { dot, handle, label, line } from '../draw/marks.ts';
import { mention, rows, rowsOf, say, step, termOf, valuesOf, widget, type Row } from '../widget/contract.ts';

/** The same logits in another order; the labels keep their places. */
const sorted = (z: Row[], direction: 1 | -1): Row[] =>
  rowsOf(
    z.map(({ label }) => label),
    valuesOf(z).sort((a, b) => direction * (a - b)),
  );

export default widget({
  title: 'Online softmax',
  about: 'Logits arrive one at a time: one pass keeps the maximum and the sum together.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['z1', 'z2', 'z3', 'z4', 'z5', 'z6'], [998, 1000, 999, 1003, 1001, 1002.5]),
      min: 995,
      max: 1005,
      step: 0.5,
      limits: [-1e6, 1e6],
    }),
    read: step({ label: 'logits read', value: 4, max: 6 }),
  },
  values: ({ z, read }) => {
    const logits = valuesOf(z);
    const all = [...onlineSoftmax(logits)];
    const states = z.map(({ label }, i) => ({ label, ...all[i]! }));
    const none = { z: Number.NaN, m: -Infinity, s: 0, scale: 1, term: 0 };
    const now = all[read - 1] ?? none;
    const before = all[read - 2] ?? none;
    // The other way: a pass for the maximum, a second one for the sum.
    const max = Math.max(...logits);
    const twoPass = logits.reduce((sum, zi) => sum + exp(zi - max), 0);
    const last = all.at(-1)!;
    return {
      // The axis stays while the sliders move, and widens only for what is typed beyond them.
      low: Math.min(994.5, ...logits.map((zi) => Math.floor(zi))),
      high: Math.max(1005.5, ...logits.map((zi) => Math.ceil(zi))),
      states,
      count: z.length,
      arriving: now.z,
      m: now.m,
      s: now.s,
      scale: now.scale,
      added: now.term,
      mBefore: before.m,
      sBefore: before.s,
      mEnd: last.m,
      sEnd: last.s,
      twoPassMax: max,
      twoPass,
      apart: ulpDistance(last.s, twoPass),
    };
  },
  tones: { s: 'softmax' },
  names: {
    low: 'left end of the axis',
    high: 'right end of the axis',
    states: 'After each logit',
    label: 'logit',
    index: 'place',
    z: 'its value',
    m: 'maximum m',
    s: 'sum s',
    scale: 'old s times',
    term: 'new term',
    count: 'logits in all',
    arriving: 'the logit just read',
    added: 'term added for it',
    mBefore: 'maximum before',
    sBefore: 'sum before',
    mEnd: 'maximum at the end',
    sEnd: 'sum at the end',
    twoPassMax: 'maximum by two passes',
    twoPass: 'sum by two passes',
    apart: 'one pass and two, ulp apart',
  },
  write: {
    s: fixed,
    scale: fixed,
    added: fixed,
    term: fixed,
    sBefore: fixed,
    sEnd: fixed,
    twoPass: fixed,
    m: text,
    z: text,
  },
  columns: {
    z: {
      each: 'states',
      head: { label: '', value: 'logit z' },
      columns: [
        { head: 'm', only: 'wide', cell: ({ m }, { read }, i) => (i < read ? text(m, 6) : '') },
        {
          head: 's ×',
          only: 'wide',
          cell: ({ scale }, { read }, i) =>
            i >= read ? '' : { text: scale === 1 ? '1' : fixed(scale), ...(scale !== 1 && { tone: 'softmax' }) },
        },
        { head: '+', only: 'wide', cell: ({ term: added }, { read }, i) => (i < read ? fixed(added) : '') },
        { head: 's', cell: ({ s }, { read }, i) => (i < read ? { text: fixed(s), tone: 'softmax' } : '') },
      ],
    },
  },
  draw: {
    maximum: {
      title: 'The logits in the order in which they arrive, and the largest so far',
      size: { narrow: [343, 210], wide: [310, 240] },
      uses: ['low', 'high'],
      still: ({ states, low, high }) => ({
        marginLeft: 48,
        x: {
          label: 'logits read',
          domain: [0.5, states.length + 0.5],
          ticks: states.map((_, i) => i + 1),
          tickFormat: String,
        },
        y: { label: 'logit z', domain: [low, high], ticks: 5, tickFormat: (x: number) => text(x, 6) },
        marks: [Plot.ruleX(states, { x: (_, i) => i + 1, stroke: 'var(--line)' })],
      }),
      moving: ({ states, read, m }) => {
        // A staircase: each maximum holds from its own logit to the next.
        const stairs = states.slice(0, read).flatMap(({ m }, i) => [
          [i + 0.75, m],
          [i + 1.75, m],
        ]) as [number, number][];
        return [
          line(stairs, { stroke: 'var(--softmax)', strokeWidth: 2, term: 'm' }),
          ...states.flatMap(({ label, z }, i) => {
            const at = [i + 1, z] as const;
            const term = termOf(label);
            const done = { fill: 'var(--ink)', stroke: 'var(--paper)', term };
            if (i + 1 === read) return handle(at, { r: 6.5, ...done });
            return dot(at, { r: 4, ...(i < read ? done : { fill: 'var(--paper)', stroke: 'var(--soft)', term }) });
          }),
          ...(read === 0
            ? []
            : [label([read + 0.25, m], `m = ${text(m, 6)}`, { dy: -14, fill: 'var(--softmax)', term: 'm' })]),
        ];
      },
      drag: { x: 'read' },
    },
    sum: {
      title: 'The sum of exponentials so far, between 1 and the number of logits read',
      size: { narrow: [343, 210], wide: [310, 240] },
      uses: ['count'],
      still: ({ count }) => ({
        x: {
          label: 'logits read',
          domain: [0.5, count + 0.5],
          ticks: Array.from({ length: count }, (_, i) => i + 1),
          tickFormat: String,
        },
        y: { label: 'sum s', domain: [0, count], ticks: count > 6 ? [0, 1, 4, 8] : count + 1, tickFormat: String },
        marks: [
          Plot.areaY(
            [
              [1, 1],
              [count, count],
            ],
            { x: '0', y1: 1, y2: '1', fill: 'var(--softmax)', fillOpacity: 0.14 },
          ),
          Plot.ruleY([0], { stroke: 'var(--line)' }),
          Plot.ruleY([1], { stroke: 'var(--soft)', strokeDasharray: '2 3' }),
        ],
      }),
      moving: ({ states, read, s, count }) => {
        const sums = states.slice(0, read).map((one, i) => [i + 1, one.s] as const);
        return [
          line(sums, { stroke: 'var(--softmax)', term: 's' }),
          label([Math.max(count - 0.4, 1.6), count * 0.45], '1 ≤ s ≤ read', { textAnchor: 'end', fill: 'var(--soft)' }),
          ...(read === 0 ? [] : [label([read, s], `s = ${fixed(s)}`, { dy: 17, fill: 'var(--softmax)', term: 's' })]),
          ...sums.flatMap((at, i) => {
            const look = { fill: 'var(--softmax)', term: 's' };
            return i + 1 === read ? handle(at, { r: 5.5, ...look }) : dot(at, { r: 4, ...look });
          }),
        ];
      },
      drag: { x: 'read' },
    },
  },
  actions: {
    rising: { label: 'Rising order', do: (params) => ({ ...params, z: sorted(params.z, 1) }) },
    falling: { label: 'Falling order', do: (params) => ({ ...params, z: sorted(params.z, -1) }) },
  },
  layout: [['maximum', 'sum'], 'read', 'z'],
  say: ({ read, count, arriving, m, mBefore, s, scale, twoPass, apart }) => {
    if (read === 0) return 'Nothing has been read: the maximum is −Infinity and the sum is 0.';
    if (read === count) {
      const same = apart === 0 ? 'the same to the last bit' : `${text(apart)} ulp apart`;
      return say`All ${String(count)} read: one pass has ${mention('s', `s = ${fixed(s)}`, 'softmax')}, two passes have ${fixed(twoPass)}: ${same}.`;
    }
    const what =
      read > 1 && m !== mBefore
        ? say`a new maximum, so the sum so far is multiplied by ${mention('scale', fixed(scale))}`
        : say`${read === 1 ? 'the first maximum' : 'no new maximum, so the sum only grows'}`;
    return say`${mention('arriving', text(arriving, 6))} arrives: ${what}. Now ${mention('m', `m = ${text(m, 6)}`, 'softmax')} and ${mention('s', `s = ${fixed(s)}`, 'softmax')}.`;
  },
});
