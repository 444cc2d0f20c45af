import * as Plot from '../draw/plot.ts';
import { fixed, log, logit, percent, sigmoid, text } from 'logits';
import { dot, label, link, ruleX } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

const [low, high] = [-6, 6];
/** Where each ruler lies, from top to bottom. */
const row = { z: 2, odds: 1, p: 0 };

/** Odds as a bet: `2.72 : 1`, `1 : 7.39`. */
const asBet = (x: number) => (x >= 1 ? `${text(x, 3)}\u00a0:\u00a01` : `1\u00a0:\u00a0${text(1 / x, 3)}`);

const both = (sizes: number[]) => [...sizes.map((x) => 1 / x), ...sizes];
const rulers = [
  {
    y: row.z,
    title: 'logit',
    ticks: Array.from({ length: 13 }, (_, i) => i + low),
    labels: [-6, -4, -2, 0, 2, 4, 6].map((z) => ({ z, text: text(z) })),
  },
  {
    y: row.odds,
    title: 'odds, yes : no',
    ticks: both([1, 2, 5, 10, 20, 50, 100, 200]).map(log),
    labels: [1, ...both([5, 20, 100])].map((x) => ({ z: log(x), text: asBet(x).replaceAll('\u00a0', '') })),
  },
  {
    y: row.p,
    title: 'probability',
    ticks: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4].flatMap((p) => [logit(p), -logit(p)]).concat(0),
    labels: [0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99].map((p) => ({ z: logit(p), text: text(p) })),
  },
];

export default widget({
  title: 'Logit, odds, probability',
  about: 'Three rulers for one fact: a logit one higher always multiplies the odds by e.',
  params: { z: number({ label: 'logit z', value: 0, min: -5, max: 4, step: 0.1 }) },
  values: ({ z }) => {
    const [p, pUp] = [sigmoid(z), sigmoid(z + 1)];
    const [from, to] = [p / sigmoid(-z), pUp / sigmoid(-z - 1)];
    return {
      zUp: z + 1,
      p,
      pUp,
      gain: pUp - p,
      odds: from,
      oddsUp: to,
      ratio: to / from,
      bet: asBet(from),
      betUp: asBet(to),
    };
  },
  names: {
    zUp: 'z + 1',
    p: 'p = σ(z)',
    pUp: 'σ(z + 1)',
    gain: 'σ(z + 1) − σ(z)',
    odds: 'odds at z',
    oddsUp: 'odds at z + 1',
    ratio: 'ratio of the odds',
    bet: 'bet at z',
    betUp: 'bet at z + 1',
  },
  write: {
    z: (z) => fixed(z, 1),
    zUp: (z) => fixed(z, 1),
    p: (p) => fixed(p, 3),
    pUp: (p) => fixed(p, 3),
    gain: (p) => fixed(p, 3),
    ratio: (r) => fixed(r, 3),
  },
  draw: {
    rulers: {
      title: 'Three rulers on one scale: logit, odds and probability, with a step of one logit marked on all',
      size: { narrow: [343, 310], wide: [640, 270] },
      uses: [],
      still: (_, { narrow }) => ({
        marginLeft: narrow ? 22 : 106,
        marginRight: 22,
        marginTop: narrow ? 40 : 30,
        marginBottom: narrow ? 46 : 30,
        x: { axis: null, domain: [low, high] },
        y: { axis: null, domain: [row.p, row.z] },
        marks: [
          Plot.ruleY(rulers, { y: 'y', x1: low, x2: high, stroke: 'var(--soft)' }),
          ...rulers.flatMap(({ y, title, ticks, labels }) => [
            Plot.link(ticks, { x: (z: number) => z, y1: y, y2: y - 0.06, stroke: 'var(--soft)' }),
            Plot.text(labels, { x: 'z', y, text: 'text', dy: 17, fill: 'var(--soft)' }),
            Plot.text([[low, y]], {
              text: [title],
              textAnchor: narrow ? 'start' : 'end',
              dx: narrow ? 0 : -14,
              dy: narrow ? 36 : 0,
            }),
          ]),
        ],
      }),
      moving: ({ z, zUp, p, pUp, gain, bet, betUp }, { narrow }) => {
        const step = (y: number, name: string, before: string, between: string, after: string, fill: string) => [
          link([z, y], [zUp, y], { strokeWidth: 3, stroke: fill, term: name }),
          ...[z, zUp].map((at) => dot([at, y], { r: 5, fill, stroke: 'var(--paper)', term: name })),
          label([z, y], before, { textAnchor: 'end', dx: -4, dy: -13, fill, term: name }),
          label([z + 0.5, y], between, { dy: narrow ? -28 : -13, fontWeight: 600, fill, term: name }),
          label([zUp, y], after, { textAnchor: 'start', dx: 4, dy: -13, fill, term: name }),
        ];
        return [
          ...[z, zUp].map((at) => ruleX(at, { stroke: 'var(--soft)', strokeOpacity: 0.6, strokeDasharray: '2 3' })),
          ...step(row.z, 'z', fixed(z, 1), '+1', fixed(zUp, 1), 'var(--ink)'),
          ...step(row.odds, 'odds', bet, '× e', betUp, 'var(--ink)'),
          ...step(row.p, 'p', fixed(p, 3), `+${fixed(gain, 2)}`, fixed(pUp, 3), 'var(--sigmoid)'),
        ];
      },
      drag: { x: 'z' },
    },
  },
  say: ({ z, zUp, bet, betUp, p, pUp, ratio }) =>
    say`From ${mention('z', fixed(z, 1))} to ${mention('zUp', fixed(zUp, 1))} the odds go from ${mention('odds', bet)} to ${mention('oddsUp', betUp)}, times ${mention('ratio', fixed(ratio, 3))}; the probability goes from ${mention('p', percent(p), 'sigmoid')} to ${mention('pUp', percent(pUp), 'sigmoid')}.`,
});
