import * as Plot from '../draw/plot.ts';
import { exp, fixed, log, logit, percent, sigmoid, sigmoidDerivative, text } from 'logits';
import { clearOfRing, dot, handle, label, line, link, rect, ruleX } from '../draw/marks.ts';
import { flag, mention, number, say, widget } from '../widget/contract.ts';

const reach = 8;
const curve = Array.from({ length: 81 }, (_, i) => (i - 40) / 5).map((z) => ({
  z,
  p: sigmoid(z),
  slope: sigmoidDerivative(z),
}));

const within = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);
const rounded = (x: number, decimals: number) => Number(x.toFixed(decimals));
/** As many decimals as a number has, from `least` to four. */
const decimals = (least: number) => (x: number) => fixed(x, within((String(x).split('.')[1] ?? '').length, least, 4));
/** A probability of a finite logit is below 1, also where float64 has no number in between. */
const share = (p: number) => (p === 1 ? '> 0.9999' : fixed(p));
const equals = (p: number) => (p === 1 ? share(p) : `= ${share(p)}`);
const inPercent = (p: number) => (p === 1 ? '>\u00a099.9\u00a0%' : percent(p));

/** The curve of the slope, drawn where it is asked for; `at` is where its name stands. */
const bell = (at: number) => [
  Plot.line(curve, { x: 'z', y: 'slope', stroke: 'var(--soft)', strokeWidth: 1.5, strokeDasharray: '6 3' }),
  Plot.text([[at, sigmoidDerivative(at)]], {
    text: ['slope σ′(z)'],
    textAnchor: 'start',
    dx: 6,
    dy: -8,
    fill: 'var(--soft)',
  }),
];

export default widget({
  title: 'The sigmoid curve',
  about: 'Ride the curve: one score becomes a probability, odds, a slope and a decision.',
  params: {
    z: number({ label: 'logit z', value: 1, min: -reach, max: reach, step: 0.1, limits: [-700, 700] }),
    t: number({ label: 'threshold t', value: 0.9, min: 0.01, max: 0.99, step: 0.01, limits: [0.001, 0.999] }),
    threshold: flag({ label: 'Show the threshold', value: true }),
    slope: flag({ label: 'Show the slope', value: true }),
  },
  values: ({ z, t }) => {
    const [p, q, cut] = [sigmoid(z), sigmoid(-z), logit(t)];
    const odds = p / q;
    return {
      p,
      q,
      eMinus: exp(-z),
      odds,
      bet: odds >= 1 ? `${text(odds)} to 1` : `1 to ${text(1 / odds)}`,
      // From both probabilities: log(p/(1 − p)) would lose the digits that 1 − p loses.
      logOdds: log(p) - log(q),
      rate: sigmoidDerivative(z),
      cut,
      decision: p >= t ? 'yes' : 'no',
    };
  },
  tones: { p: 'sigmoid', q: 'sigmoid' },
  names: {
    p: 'p = σ(z)',
    q: '1 − p = σ(−z)',
    eMinus: 'e⁻ᶻ',
    odds: 'odds p/(1 − p)',
    bet: 'as a bet',
    logOdds: 'log of the odds',
    rate: 'slope σ′(z)',
    cut: 'z at the threshold',
    decision: 'the answer',
  },
  write: {
    z: decimals(1),
    t: decimals(2),
    p: share,
    q: share,
    logOdds: decimals(1),
    rate: fixed,
    cut: (z) => fixed(z, 2),
  },
  draw: {
    curve: {
      title: 'The curve of σ(z), a point that rides on it, and a threshold on both axes',
      size: { narrow: [343, 300], wide: [640, 370] },
      uses: ['slope'],
      still: ({ slope }, { narrow }) => ({
        marginTop: 34,
        marginBottom: 46,
        marginLeft: 38,
        marginRight: narrow ? 18 : 24,
        x: {
          label: null,
          domain: [-reach, reach],
          ticks: narrow ? [-8, -4, 0, 4, 8] : 9,
          tickPadding: clearOfRing,
        },
        y: {
          label: null,
          domain: [0, 1],
          ticks: slope ? [0, 0.25, 0.5, 1] : [0, 0.5, 1],
          tickFormat: (y: number) => text(y),
        },
        marks: [
          Plot.ruleY(slope ? [0, 0.25, 1] : [0, 1], { stroke: 'var(--line)' }),
          ...(slope ? bell(narrow ? 3 : 1.6) : []),
          Plot.line(curve, { x: 'z', y: 'p', stroke: 'var(--sigmoid)', strokeWidth: 2.5 }),
          Plot.text([[-reach, 1]], { text: ['σ(z)'], dy: -12, fill: 'var(--sigmoid)' }),
        ],
      }),
      moving: ({ z, t, p, q, rate, cut, threshold, slope }, { narrow }) => {
        // A point beyond the drawing waits at its edge; a label needs room, here in units of z.
        const x = within(z, -reach, reach);
        const room = narrow ? 4 : 2.2;
        const beside = (at: [number, number], words: string, toLeft: boolean, more: object) =>
          label(at, words, {
            textAnchor: toLeft ? 'end' : 'start',
            dx: toLeft ? -10 : 10,
            fill: 'var(--ink)',
            ...more,
          });
        // Close to 1 there is no room above the curve, and both labels stand below it.
        const high = p > 0.9;
        const nearRight = x > reach - (high ? 1.2 : 1) * room;
        const nearLeft = x < room - reach;
        const beforeCut = threshold && x < cut && x > cut - 2 * room && p < 0.2;
        const dashed = { strokeWidth: 1.25, strokeDasharray: '4 3', term: 't' };
        return [
          ...(threshold
            ? [
                rect([cut, 0], [reach, 1], { fill: 'var(--sigmoid)', fillOpacity: 0.08, term: 'decision' }),
                link([-reach, t], [cut, t], dashed),
                link([cut, 0], [cut, 1], dashed),
                ...handle([-reach, t], { symbol: 'diamond', r: 6, fill: 'var(--ink)', term: 't' }),
                ...handle([cut, 0], { along: 'x', symbol: 'diamond', r: 6, fill: 'var(--ink)', term: 't' }),
                label([cut, 1], 'no ←  → yes', { dy: -12, term: 'decision' }),
                beside([-reach, t], `t = ${decimals(2)(t)}`, false, { dy: t > 0.9 ? 12 : -9, term: 't' }),
                beside([cut, 0], fixed(cut, 2), x >= cut && x < cut + 2 * room, { dy: -9, term: 'cut' }),
              ]
            : []),
          ruleX(x, { y1: 0, y2: p, stroke: 'var(--sigmoid)', strokeWidth: 3, term: 'p' }),
          ruleX(x, { y1: p, y2: 1, strokeWidth: 2, strokeDasharray: '2 3', term: 'q' }),
          ...(slope
            ? [
                // Between 0 and 1, where the tangent arrives at z − 1/q and z + 1/p.
                line(
                  [-Math.min(1.6, 1 / q), Math.min(1.6, 1 / p)]
                    .map((by) => within(x + by, -reach, reach))
                    .map((at) => [at, p + (at - x) * rate]),
                  { term: 'rate' },
                ),
                dot([x, rate], { r: 4.5, fill: 'var(--soft)', term: 'rate' }),
                beside([x, p], `slope ${fixed(rate)}`, p > 0.45 ? nearRight : !nearLeft, {
                  dy: p > 0.45 ? 22 : p > 0.15 ? -16 : -30,
                  term: 'rate',
                }),
              ]
            : []),
          high
            ? beside([x, p / 2], `1 − p ${equals(q)}`, nearRight, { dy: 18, term: 'q' })
            : beside([x, (1 + p) / 2], `1 − p ${equals(q)}`, !nearLeft, { term: 'q' }),
          beside([x, Math.max(p / 2, 0.04)], `p ${equals(p)}`, nearRight || (beforeCut && !nearLeft), {
            fill: 'var(--sigmoid)',
            term: 'p',
          }),
          ...handle([x, p], {
            along: 'x',
            r: 8,
            fill: 'var(--sigmoid)',
            stroke: 'var(--paper)',
            strokeWidth: 2,
            term: 'p',
          }),
          label([within(x, room - reach, reach - room), 0], `logit z = ${decimals(1)(z)}`, {
            dy: 36,
            fontWeight: 600,
            term: 'z',
          }),
        ];
      },
      moves: ['z', 't'],
      drag: (params, { p, cut }, at, from) => {
        // A drawing is about half as high as sixteen units of z are wide.
        const near = (x: number, y: number) => Math.hypot((from.x - x) / 8, from.y - y);
        const point = near(within(params.z, -reach, reach), p);
        const onPoint = point < 0.1;
        const on = (handle: number) => handle < 0.1 && handle < point;
        const ride = { ...params, z: rounded(within(at.x, -reach, reach), 1) };
        if (!params.threshold) return ride;
        const tByX = () => ({ ...params, t: sigmoid(rounded(at.x, 1)) });
        const tByY = () => ({ ...params, t: rounded(within(at.y, 0.01, 0.99), 2) });
        if (from.x < -reach || on(near(-reach, params.t))) return tByY();
        if (from.y < 0 || on(near(cut, 0))) return tByX();
        if (!onPoint && Math.abs(from.x - cut) < 0.5) return tByX();
        if (!onPoint && from.x < cut && Math.abs(from.y - params.t) < 0.05) return tByY();
        return ride;
      },
    },
    numbers: {
      title: 'The same point in numbers',
      table: ({ p, q, bet, logOdds, rate, cut, decision, threshold, slope }) => ({
        head: ['quantity', 'formula', 'value'],
        rows: [
          { key: 'p', term: 'p', cells: ['yes', 'p = σ(z)', { text: share(p), tone: 'sigmoid' }] },
          { key: 'q', term: 'q', cells: ['no', '1 − p = σ(−z)', share(q)] },
          { key: 'odds', term: 'odds', cells: ['odds', 'p/(1 − p) = eᶻ', bet] },
          { key: 'logOdds', term: 'logOdds', cells: ['log-odds', 'log(p/(1 − p)) = z', decimals(1)(logOdds)] },
          ...(slope ? [{ key: 'rate', term: 'rate', cells: ['slope', 'σ′(z) = p(1 − p)', fixed(rate)] }] : []),
          ...(threshold
            ? [
                {
                  key: 'decision',
                  term: 'cut decision',
                  cells: ['decision', `z ${decision === 'yes' ? '≥' : '<'} logit(t) = ${fixed(cut, 2)}`, decision],
                },
              ]
            : []),
        ],
      }),
    },
  },
  layout: ['curve', ['z', 't'], ['threshold', 'slope'], 'numbers'],
  say: ({ z, p, q, t, bet, rate, cut, decision, threshold, slope }) => [
    ...say`At z = ${mention('z', decimals(1)(z))}, yes has ${mention('p', inPercent(p), 'sigmoid')} and no ${mention('q', inPercent(q))}: odds of ${mention('odds', bet)}.`,
    ...(slope ? say` The slope is ${mention('rate', fixed(rate))}.` : []),
    ...(threshold
      ? say` The threshold ${mention('t', decimals(2)(t))} lies at z = ${mention('cut', fixed(cut, 2))}, so the answer is ${mention('decision', decision)}.`
      : []),
  ],
});
