import * as Plot from '../draw/plot.ts';
import { fixed, log, percent, sigmoid, text } from 'logits';
import { dot, handle, label, line, rect } from '../draw/marks.ts';
import { mention, number, say, widget } from '../widget/contract.ts';

const [low, high] = [-6, 6];
/** How high the edges of the rulers lie: logits over odds on one body, probabilities under both. */
const edge = { z: 1, odds: 0.74, p: 0 };
/** How many steps there are: the one that is taken, and the ghosts of those that led to it. */
const shown = 4;

/** Where the ruler of probabilities has p: it is as long as the ruler of logits. */
const placeOf = (p: number): number => low + (high - low) * p;

/** What leads from a step of logits down to its step of probabilities: straight at both ends. */
const bend = Array.from({ length: 13 }, (_, i) => i / 12).map((t) => ({
  y: edge.odds + (edge.p - edge.odds) * t,
  share: t * t * (3 - 2 * t),
}));
const side = (z: number) => bend.map(({ y, share }) => [z + share * (placeOf(sigmoid(z)) - z), y] as const);

/** Odds as a bet: `2.72 : 1`, `1 : 7.39`. */
const asBet = (x: number) => (x >= 1 ? `${text(x, 3)}\u00a0:\u00a01` : `1\u00a0:\u00a0${text(1 / x, 3)}`);

const both = (sizes: number[]) => [...sizes.map((x) => 1 / x), ...sizes];
/** The rulers: ticks by logit, on which side of the edge, and what some of them say. */
const rulers = [
  {
    y: edge.z,
    down: true,
    ticks: Array.from({ length: 13 }, (_, i) => i + low),
    labels: [-6, -4, -2, 0, 2, 4, 6].map((z) => ({ at: z, text: text(z) })),
  },
  {
    y: edge.odds,
    down: false,
    ticks: both([1, 2, 5, 10, 20, 50, 100, 200]).map(log),
    labels: [1, ...both([5, 20, 100])].map((x) => ({ at: log(x), text: asBet(x).replaceAll('\u00a0', '') })),
  },
  {
    y: edge.p,
    down: true,
    ticks: Array.from({ length: 21 }, (_, i) => placeOf(i / 20)),
    labels: [0, 0.25, 0.5, 0.75, 1].map((p) => ({ at: placeOf(p), text: text(p) })),
  },
];

export default widget({
  title: 'Logit, odds, probability',
  about: 'Equal steps of a logit always multiply the odds by e; in probability they shrink toward both ends.',
  params: { z: number({ label: 'logit z', value: 0, min: -5, max: 4, step: 0.1 }) },
  values: ({ z }) => {
    const [p, pUp] = [sigmoid(z), sigmoid(z + 1)];
    const [from, to] = [p / sigmoid(-z), pUp / sigmoid(-z - 1)];
    const steps = Array.from({ length: shown }, (_, ago) => z - ago)
      .filter((start) => start >= low)
      .map((start) => ({ start, rise: sigmoid(start + 1) - sigmoid(start) }));
    return {
      steps,
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
    steps: 'This step and those before it',
    start: 'from the logit',
    rise: 'probability rises by',
  },
  write: {
    z: (z) => fixed(z, 1),
    zUp: (z) => fixed(z, 1),
    p: (p) => fixed(p, 3),
    pUp: (p) => fixed(p, 3),
    gain: (p) => fixed(p, 3),
    ratio: (r) => fixed(r, 3),
    start: (z) => fixed(z, 1),
    rise: (p) => fixed(p, 3),
  },
  draw: {
    rulers: {
      title: 'A ruler of logits and odds over a ruler of probability, with a step of one logit and the steps before it',
      size: { narrow: [343, 344], wide: [640, 320] },
      uses: [],
      still: (_, { narrow }) => ({
        marginLeft: narrow ? 28 : 118,
        marginRight: narrow ? 36 : 42,
        marginTop: narrow ? 46 : 34,
        marginBottom: narrow ? 64 : 50,
        x: { axis: null, domain: [low, high] },
        y: { axis: null, domain: [edge.p, edge.z] },
        marks: [
          Plot.rect([0], {
            x1: low,
            x2: high,
            y1: edge.odds,
            y2: edge.z,
            fill: 'var(--wash)',
            insetLeft: -12,
            insetRight: -12,
          }),
          ...rulers.flatMap(({ y, down, ticks, labels }) => [
            Plot.ruleY([y], { x1: low, x2: high, insetLeft: -12, insetRight: -12, stroke: 'var(--soft)' }),
            Plot.link(ticks, { x: (at: number) => at, y1: y, y2: y + (down ? -0.025 : 0.025), stroke: 'var(--soft)' }),
            Plot.text(labels, { x: 'at', y, text: 'text', dy: down ? 17 : -17, fill: 'var(--soft)' }),
          ]),
        ],
      }),
      moving: ({ z, zUp, p, pUp, bet, betUp, steps }, { narrow, width }) => {
        const room = (narrow ? width - 64 : width - 160) / (high - low);
        const title = (y: number, words: string, dy: number, fill: string) =>
          label([low, y], words, {
            textAnchor: narrow ? 'start' : 'end',
            dx: narrow ? -12 : -26,
            dy: narrow ? dy : 0,
            fill,
          });
        const ends = (
          y: number,
          dy: number,
          [before, between, after]: string[],
          fill: string,
          name: string,
          at = [z, zUp],
        ) => [
          label([at[1]!, y], after!, { textAnchor: 'start', dx: between ? 7 : 0, dy, fill, term: name }),
          label([at[0]!, y], before!, { textAnchor: 'end', dx: between ? -7 : 0, dy, fill, term: name }),
          ...(between ? [label([z + 0.5, y], between, { dy, fontWeight: 600, fill, term: name })] : []),
        ];
        const [from, to] = [placeOf(p), placeOf(pUp)];
        return [
          ...steps
            .map(({ start, rise }, ago) => ({ start, rise, ago }))
            .toReversed()
            .flatMap(({ start, rise, ago }) => {
              const look = {
                fill: 'var(--sigmoid)',
                fillOpacity: ago === 0 ? 0.3 : 0.15 - 0.035 * ago,
                stroke: 'var(--sigmoid)',
                strokeOpacity: ago === 0 ? 1 : 0.5,
                strokeWidth: ago === 0 ? 2 : 1,
                strokeDasharray: ago === 0 ? undefined : '3 3',
                term: ago === 0 ? 'gain' : undefined,
              };
              const words = `+${fixed(rise, ago === 0 ? 3 : 2)}`;
              // A ghost says how much it rose where there is room for that.
              const wide = rise * (high - low) * room;
              return [
                line([...side(start), ...side(start + 1).toReversed()], { closed: true, ...look }),
                ...(ago === 0 || wide > 34
                  ? [
                      label([placeOf(sigmoid(start) + rise / 2), edge.p], words, {
                        dy: -15,
                        fill: 'var(--sigmoid)',
                        ...(ago === 0 ? { fontWeight: 600, term: 'gain' } : { fontSize: 11 }),
                      }),
                    ]
                  : []),
              ];
            }),
          rect([z, edge.z], [zUp, edge.odds], { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, term: 'z' }),
          dot([zUp, edge.z], { r: 5, fill: 'var(--ink)', stroke: 'var(--paper)', term: 'z' }),
          ...handle([z, edge.z], { along: 'x', r: 5, fill: 'var(--ink)', stroke: 'var(--paper)', term: 'z' }),
          ...[from, to].map((at) =>
            dot([at, edge.p], { r: 5, fill: 'var(--sigmoid)', stroke: 'var(--paper)', term: 'p' }),
          ),
          title(edge.z, 'logit', narrow ? -34 : 0, 'var(--ink)'),
          title(edge.odds, 'odds, yes : no', 32, 'var(--ink)'),
          title(edge.p, 'probability', 56, 'var(--ink)'),
          ...ends(edge.z, -16, [fixed(z, 1), '+1', fixed(zUp, 1)], 'var(--ink)', 'z'),
          ...ends(edge.odds, 14, [bet, '× e', betUp], 'var(--ink)', 'odds'),
          ...ends(edge.p, 38, [fixed(p, 3), '', fixed(pUp, 3)], 'var(--sigmoid)', 'p', [from, to]),
        ];
      },
      drag: { x: 'z' },
    },
  },
  say: ({ z, zUp, bet, betUp, p, pUp, ratio }) =>
    say`From ${mention('z', fixed(z, 1))} to ${mention('zUp', fixed(zUp, 1))} the odds go from ${mention('odds', bet)} to ${mention('oddsUp', betUp)}, times ${mention('ratio', fixed(ratio, 3))}; the probability goes from ${mention('p', percent(p), 'sigmoid')} to ${mention('pUp', percent(pUp), 'sigmoid')}.`,
});
