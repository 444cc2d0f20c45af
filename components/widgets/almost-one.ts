import * as Plot from '../draw/plot.ts';
import { exact, exp, fixed, formats, log, logit, raised, round, sigmoid, text, type FormatName } from 'logits';
import { called, endsOf, formatChoices, formatNames, textbookSigmoidIn } from '../draw/float-formats.ts';
import { clearOfRing, arrow, dot, handle, label, ruleX } from '../draw/marks.ts';
import { choice, mention, number, say, widget, type Stage } from '../widget/contract.ts';

/** The drawing's ends, in units of the spacing at 1. */
const low = -1.8;
const high = 2.5;

/** The floats around 1, in those units: below 1 they stand twice as close. */
const rungs = [
  { at: -1.5, called: '' },
  { at: -1, called: '1 − ε' },
  { at: -0.5, called: '1 − ε/2' },
  { at: 0, called: '1' },
  { at: 1, called: '1 + ε' },
  { at: 2, called: '1 + 2ε' },
];

/** The numbers that are nearer to 1 than to any other float. */
const nearOne = { from: -0.25, to: 0.5 };

/** Where a number stands before it is rounded, and where rounding takes it. */
interface Path {
  at: number;
  to: number;
  y: number;
}

/** How far σ(z) is from 1; and the end of the scale. */
const missing = (z: number): number => sigmoid(-z);
const far = 1e-18;
/** The logits that are marked on that scale, and half the distance of the two bars of a format. */
const logits = [0, 10, 20, 30, 40];
const apart = 0.11;

/** Where in each format code, and the exact value rounded once, become 1. */
const cliffs = formatNames.map((name, row) => {
  const { naiveSigmoidIsOne, sigmoidIsOne } = endsOf(name);
  return { row, label: called(name), code: missing(naiveSigmoidIsOne), once: missing(sigmoidIsOne) };
});

const margins = ({ narrow }: Stage) => ({
  marginLeft: narrow ? 18 : 112,
  marginRight: narrow ? 14 : 140,
  marginTop: narrow ? 46 : 26,
  marginBottom: 52,
});
/** The ends of the two columns of logits, from the end of the scale. */
const columns = ({ narrow }: Stage) => (narrow ? [-58, 8] : [66, 132]);

export default widget({
  title: 'Where σ(z) becomes 1',
  about: 'One logit, rounded once and by textbook code: they reach 1 at different places, in every format.',
  params: {
    format: choice<FormatName>({ label: 'format', value: 'float16', options: formatChoices }),
    z: number({ label: 'logit z', value: 8, min: 0, max: 40, step: 0.05, limits: [0, 100] }),
  },
  values: ({ format, z }) => {
    const { epsilon } = formats[format];
    const stored = round(z, format);
    const sum = round(1 + round(exp(-stored), format), format);
    return {
      epsilon,
      sum,
      code: textbookSigmoidIn(z, format),
      once: round(sigmoid(z), format),
      missing: sigmoid(-z),
      paths: {
        sum: { at: exp(-stored) / epsilon, to: (sum - 1) / epsilon, y: 1 },
        once: { at: -sigmoid(-z) / epsilon, to: (round(sigmoid(z), format) - 1) / epsilon, y: -1 },
      },
      places: formatNames.map((name) => {
        const { naiveSigmoidIsOne: codeFrom, sigmoidIsOne: onceFrom } = endsOf(name);
        return {
          label: called(name),
          codeFrom,
          onceFrom,
          gap: onceFrom - codeFrom,
          codeNow: textbookSigmoidIn(z, name),
          onceNow: round(sigmoid(z), name),
        };
      }),
    };
  },
  tones: { sum: 'sigmoid', code: 'sigmoid' },
  write: {
    z: exact,
    epsilon: text,
    sum: (x) => text(x, 6),
    code: (p) => text(p, 6),
    once: (p) => text(p, 6),
    codeFrom: (z) => text(z, 6),
    onceFrom: (z) => text(z, 6),
    gap: fixed,
    codeNow: (p) => text(p, 6),
    onceNow: (p) => text(p, 6),
  },
  names: {
    epsilon: 'spacing ε above 1',
    sum: '1 + e⁻ᶻ, rounded',
    code: '1/(1 + e⁻ᶻ), every step rounded',
    once: 'σ(z), rounded once',
    missing: '1 − σ(z), in truth',
    places: 'Where each format reaches 1',
    label: 'format',
    codeFrom: 'code is 1 from',
    onceFrom: 'σ(z) is 1 from',
    gap: 'apart',
    codeNow: 'code gives now',
    onceNow: 'rounded once now',
  },
  draw: {
    cliffs: {
      title:
        'How far σ(z) is from 1, on a logarithmic scale, and where code and the exact value fall off to 1 in six formats',
      size: { narrow: [343, 382], wide: [640, 336] },
      uses: [],
      still: (_, stage) => ({
        ...margins(stage),
        x: {
          type: 'log',
          domain: [1, far],
          ticks: (stage.narrow ? [0, 5, 10, 15] : [0, 3, 6, 9, 12, 15, 18]).map((digits) => 10 ** -digits),
          tickFormat: (x: number) => (x === 1 ? '1' : `10${raised(Number(x.toExponential().split('e')[1]))}`),
          label: 'distance to 1: 1 − σ(z)',
          labelAnchor: 'center',
          tickPadding: clearOfRing,
          labelArrow: 'none',
        },
        y: { domain: [formatNames.length, 0], axis: null },
        marks: [
          Plot.ruleX(logits, { x: missing, y1: 0, y2: formatNames.length, stroke: 'var(--line)' }),
          Plot.text(logits, {
            x: missing,
            y: 0,
            dy: -10,
            text: (z: number) => (z === 0 ? 'z = 0' : `${z}`),
            fill: 'var(--soft)',
          }),
          Plot.ruleY(cliffs, {
            y: ({ row }) => row + 0.66 - apart,
            x1: 0.5,
            x2: 'code',
            stroke: 'var(--ink)',
            strokeWidth: 5,
          }),
          Plot.ruleY(cliffs, {
            y: ({ row }) => row + 0.66 + apart,
            x1: 0.5,
            x2: 'once',
            stroke: 'var(--sigmoid)',
            strokeWidth: 5,
          }),
          Plot.text(cliffs, {
            x: () => 1,
            y: ({ row }) => row + (stage.narrow ? 0.22 : 0.66),
            dx: stage.narrow ? -12 : -8,
            text: 'label',
            textAnchor: stage.narrow ? 'start' : 'end',
            fontWeight: 600,
          }),
          ...(['code', 'exact'] as const).map((words, i) =>
            Plot.text([words], {
              x: far,
              y: 0,
              dx: columns(stage)[i]!,
              dy: stage.narrow ? -30 : -10,
              textAnchor: 'end',
              fill: i === 0 ? 'var(--ink)' : 'var(--sigmoid)',
            }),
          ),
        ],
      }),
      moving: ({ z, places }, stage) => {
        const stands = (logit: number) => Math.max(missing(logit), far);
        const bar = (row: number, at: number, now: number, color: string) =>
          dot(
            [at, row],
            now === 1
              ? { r: 5.5, symbol: 'times', stroke: 'var(--alarm)', strokeWidth: 2.5 }
              : { r: 5.5, fill: color, stroke: 'var(--paper)' },
          );
        return [
          ruleX(stands(z), { stroke: 'var(--ink)', strokeOpacity: 0.55, term: 'z' }),
          ...handle([stands(z), formatNames.length], {
            along: 'x',
            r: 5,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            term: 'z',
          }),
          ...places.flatMap(({ codeFrom, onceFrom, codeNow, onceNow }, row) => [
            // Code stores z in the format first.
            bar(row + 0.66 - apart, stands(round(z, formatNames[row]!)), codeNow, 'var(--ink)'),
            bar(row + 0.66 + apart, stands(z), onceNow, 'var(--sigmoid)'),
            ...(
              [
                [codeFrom, codeNow],
                [onceFrom, onceNow],
              ] as const
            ).map(([from, now], i) =>
              label([far, row + (stage.narrow ? 0.22 : 0.66)], `${now === 1 ? '✗ ' : ''}${text(from, 4)}`, {
                dx: columns(stage)[i]!,
                textAnchor: 'end',
                stays: true,
                fill: now === 1 ? 'var(--alarm)' : i === 0 ? 'var(--ink)' : 'var(--sigmoid)',
                ...(now === 1 && { fontWeight: 600 }),
                fontVariant: 'tabular-nums',
              }),
            ),
          ]),
        ];
      },
      drag: (params, _, { x }) => ({
        ...params,
        z: Number(Math.min(Math.max(-logit(Math.min(x, 0.5)), 0), 40).toFixed(2)),
      }),
    },
    line: {
      title: 'The floats around 1, the numbers that round to 1, and where the logit puts 1 + e to the −z and σ(z)',
      size: { narrow: [343, 216], wide: [640, 216] },
      still: (_, { narrow }) => ({
        marginLeft: 4,
        marginRight: 4,
        marginTop: 4,
        marginBottom: 4,
        x: { domain: [low, high], axis: null },
        y: { domain: [-1.75, 1.75], axis: null },
        marks: [
          Plot.rect([nearOne], { x1: 'from', x2: 'to', y1: -1.4, y2: 1.4, fill: 'var(--wash)' }),
          Plot.ruleX([nearOne.from, nearOne.to], { y1: -1.4, y2: 1.4, stroke: 'var(--soft)', strokeDasharray: '2 3' }),
          Plot.text(['rounds to 1'], { x: 0.125, y: 1.6, fill: 'var(--soft)', fontSize: 11 }),
          Plot.ruleY([0], { stroke: 'var(--soft)' }),
          Plot.ruleX(rungs, { x: 'at', y1: -0.13, y2: 0.13, stroke: 'var(--ink)', strokeWidth: 1.5 }),
          // σ(z) comes from below on the left, the denominator from above on the right: letters stand where neither does.
          ...[-1, 1].map((side) =>
            Plot.text(
              rungs.filter(({ at }) => (at < 0 ? -1 : 1) === side && !(narrow && at === -0.5)),
              {
                x: ({ at }: { at: number }) => (at === 0 ? 0.12 : at),
                y: side * -0.36,
                text: 'called',
              },
            ),
          ),
        ],
      }),
      moving: ({ paths }, { narrow }) => {
        const mark = (path: Path, name: string, words: string, color: string, endFrom: number) => {
          const inside = path.at >= low && path.at <= high;
          const at = Math.min(Math.max(path.at, low), high);
          const right = at > endFrom;
          return [
            ...(inside && path.to <= high && path.to >= low
              ? [
                  arrow([at, path.y], [path.to, path.y * 0.2], {
                    stroke: color,
                    insetStart: 6,
                    headLength: 7,
                    term: name,
                  }),
                ]
              : []),
            ...handle([at, path.y], {
              along: 'x',
              r: 5,
              symbol: inside ? 'circle' : 'triangle',
              rotate: path.at < 0 ? -90 : 90,
              fill: color,
              term: name,
            }),
            label([at, path.y], words, {
              textAnchor: right ? 'end' : 'start',
              dx: right ? -11 : 11,
              fill: color,
              fontWeight: 600,
              term: name,
            }),
          ];
        };
        return [
          ...mark(paths.sum, 'sum', '1 + e⁻ᶻ', 'var(--ink)', narrow ? 1.4 : 1.9),
          ...mark(paths.once, 'once', 'σ(z)', 'var(--sigmoid)', narrow ? -1.1 : -1.4),
        ];
      },
      drag: ({ format, z }, _, { x }) => {
        const asked = -log(Math.max(Math.abs(x), 1e-3) * formats[format].epsilon);
        return { format, z: x === 0 ? z : Number(Math.min(Math.max(asked, 0), 40).toFixed(2)) };
      },
    },
  },
  layout: ['cliffs', 'z', 'line', 'format'],
  say: ({ format, z, code, once }) =>
    say`In ${called(format)} at z = ${mention('z', exact(z))}, textbook code gives ${mention('code', text(code, 6), code === 1 ? 'alarm' : 'logit')}; σ(z) rounded once is ${mention('once', text(once, 6), once === 1 ? 'alarm' : 'sigmoid')}.`,
});
