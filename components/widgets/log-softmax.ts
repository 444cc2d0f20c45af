import * as Plot from '../draw/plot.ts';
import { formats, log, logSoftmax, round, text } from 'logits';
import { sharesIn } from '../draw/float-formats.ts';
import { dot, handle, label, ruleX } from '../draw/marks.ts';
import { choice, mention, number, say, term, widget } from '../widget/contract.ts';

/** The formats that softmax is run in. */
type FormatName = 'float64' | 'float32' | 'bfloat16' | 'float16';

/** Both ways to the log-probabilities of [0, gap] after subtracting the maximum, each step rounded to the format. */
function bothWays(gap: number, format: FormatName) {
  const into = (x: number) => round(x, format);
  const z = [0, into(gap)];
  const { exponents, sum, p } = sharesIn(z, z[1]!, format);
  const logSum = into(log(sum));
  return { p, ofSoftmax: p.map((x) => into(log(x))), ofLogits: exponents.map((x) => into(x - logSum)) };
}

/** How far the axis reaches beyond the least log-probability, and where on it −∞ stands, clear of the ticks. */
const deep = 1.12;
const bottom = 1.06;

/** The gap from which the loser's probability is 0 in a format. */
const wall = (format: FormatName): number => log(2) - log(formats[format].smallestSubnormal);

export default widget({
  title: 'Log of softmax, or log-softmax',
  about: 'Widen the gap between two logits until the log of a correct softmax is minus infinity.',
  params: {
    gap: number({ label: 'gap', value: 800, min: 1, max: 1000, step: 0.01, scale: 'log', limits: [0, 5000] }),
    format: choice<FormatName>({
      label: 'format',
      value: 'float64',
      options: { float64: 'float64', float32: 'float32', bfloat16: 'bfloat16', float16: 'float16' },
    }),
  },
  values: ({ gap, format }) => {
    const { p, ofSoftmax, ofLogits } = bothWays(gap, format);
    return {
      wall: wall(format),
      loser: p[0]!,
      winner: p[1]!,
      logOfLoser: ofSoftmax[0]!,
      logOfWinner: ofSoftmax[1]!,
      loserLog: ofLogits[0]!,
      winnerLog: ofLogits[1]!,
    };
  },
  names: {
    wall: 'gap at which p becomes 0',
    loser: 'p of the loser',
    winner: 'p of the winner',
    logOfLoser: 'log of softmax, loser',
    logOfWinner: 'log of softmax, winner',
    loserLog: 'log-softmax, loser',
    winnerLog: 'log-softmax, winner',
  },
  draw: {
    curves: {
      title: 'The log-probability of the lower of two logits against their gap, computed in two ways',
      size: { narrow: [343, 280], wide: [640, 340] },
      uses: ['format'],
      still: ({ format, wall }, { narrow }) => {
        const end = 1.45 * wall;
        const right = Array.from({ length: 61 }, (_, i) => (end * i) / 60).map((gap) => ({
          gap,
          y: logSoftmax([0, gap])[0]!,
        }));
        const lossy = Array.from({ length: 110 }, (_, i) => (wall * (i + 0.5)) / 110)
          .map((gap) => ({ gap, y: bothWays(gap, format).ofSoftmax[0]! }))
          .filter(({ y }) => y > -Infinity);
        return {
          marginLeft: 52,
          x: {
            label: 'gap between the two logits',
            domain: [0, end],
            ticks: narrow ? 4 : 7,
            tickFormat: (x: number) => text(x),
          },
          y: {
            label: 'log-probability of the loser',
            domain: [-deep * end, 0],
            ticks: 5,
            tickFormat: (x: number) => text(x),
          },
          marks: [
            Plot.rect([0], { x1: wall, x2: end, y1: -deep * end, y2: 0, fill: 'var(--alarm)', fillOpacity: 0.07 }),
            Plot.ruleX([wall], { stroke: 'var(--alarm)', strokeDasharray: '2 3' }),
            Plot.text([[(wall + end) / 2, 0]], {
              text: [narrow ? 'p is 0' : `p is 0 in ${format}`],
              dy: 14,
              fill: 'var(--alarm)',
            }),
            // Where both are the same the dashes lie in the middle of the other, in gray as well.
            Plot.line(right, {
              x: 'gap',
              y: 'y',
              stroke: 'var(--softmax)',
              strokeWidth: 5,
              strokeOpacity: 0.55,
              ...term('loserLog'),
            }),
            Plot.line(lossy, {
              x: 'gap',
              y: 'y',
              stroke: 'var(--ink)',
              strokeWidth: 2,
              strokeDasharray: '5 4',
              ...term('logOfLoser'),
            }),
          ],
        };
      },
      moving: ({ gap, logOfLoser, loserLog, wall }, { narrow }) => {
        const end = 1.45 * wall;
        const x = Math.min(gap, end);
        const gone = logOfLoser === -Infinity;
        return [
          ruleX(x, { stroke: 'var(--soft)', term: 'gap' }),
          label([wall * 0.3, -wall * 0.3], 'log-softmax', {
            dx: 10,
            dy: -8,
            textAnchor: 'start',
            fill: 'var(--softmax)',
            term: 'loserLog',
          }),
          label([wall * 0.75, -wall * 0.75], narrow ? 'log of softmax' : 'log of softmax (dashed)', {
            dx: -12,
            dy: 10,
            textAnchor: 'end',
            term: 'logOfLoser',
          }),
          dot([x, gone ? -bottom * end : Math.max(logOfLoser, -end)], {
            r: 7,
            symbol: gone ? 'triangle' : 'circle',
            ...(gone && { rotate: 180 }),
            stroke: gone ? 'var(--alarm)' : 'var(--ink)',
            strokeWidth: 2,
            fill: 'var(--paper)',
            term: 'logOfLoser',
          }),
          ...(gone
            ? [
                label([x, -bottom * end], '−∞', {
                  dx: -14,
                  textAnchor: 'end',
                  fill: 'var(--alarm)',
                  fontWeight: 600,
                  term: 'logOfLoser',
                }),
              ]
            : []),
          ...handle([x, Math.max(loserLog, -end)], {
            along: 'x',
            r: 4.5,
            fill: 'var(--softmax)',
            stroke: 'var(--paper)',
            term: 'loserLog',
          }),
        ];
      },
      drag: { x: 'gap' },
    },
  },
  layout: ['curves', 'gap', 'format'],
  say: ({ gap, format, logOfLoser, loserLog, loser }) => {
    const ways = say`the log of softmax is ${mention('logOfLoser', text(logOfLoser), logOfLoser === -Infinity ? 'alarm' : 'logit')}, log-softmax is ${mention('loserLog', text(loserLog), 'softmax')}`;
    return loser === 0
      ? say`In ${format}, at a gap of ${mention('gap', text(gap))} the loser’s probability rounds to 0: ${ways}.`
      : say`In ${format}, at a gap of ${mention('gap', text(gap))}: ${ways}.`;
  },
});
