import * as Plot from '../draw/plot.ts';
import { fixed, formats, log, round, text } from 'logits';
import { sharesIn } from '../draw/float-formats.ts';
import { dot, handle, label } from '../draw/marks.ts';
import { choice, mention, number, rows, rowsOf, say, termOf, valuesOf, widget, type Row } from '../widget/contract.ts';

/** The formats that softmax is run in. */
type FormatName = 'float64' | 'float32' | 'bfloat16' | 'float16';

/** Where the exponential of a format is neither 0 nor Infinity; and the ends of the axis, twice as far out. */
function zone(format: FormatName) {
  const { smallestSubnormal, largest } = formats[format];
  const from = log(smallestSubnormal) - log(2);
  return { from, to: log(largest), end: -2 * from };
}

/** What became of a softmax. */
type Fate = 'survives' | 'overflow: NaN' | '0/0: NaN' | 'the sum overflows: 0' | 'too few bits left';

/** The same in a word, where there is no room for why. */
const briefly: Record<Fate, string> = {
  survives: 'fine',
  'overflow: NaN': 'NaN',
  '0/0: NaN': 'NaN',
  'the sum overflows: 0': 'all 0',
  'too few bits left': 'off',
};

/** Logits in units of the largest exponent that fits the format, a little beyond it. */
const inUnits = (z: Row[], format: FormatName, units: number[]): Row[] => {
  const unit = Math.ceil(1.15 * zone(format).to);
  return z.map(({ label }, i) => ({ label, value: Math.round(unit * units[i]!) }));
};

const lanes = ['max', 'mean', 'min', 'first', 'own'] as const;
const called = { max: 'maximum', mean: 'mean', min: 'minimum', first: 'first', own: 'your c' };

/** The names of the choices that survive, or of those that do not. */
const thoseThat = (
  choices: { lane: string; label: string; subtracted: number; fate: Fate }[],
  survive: boolean,
): string =>
  choices
    .filter(({ fate }) => (fate === 'survives') === survive)
    .map(({ lane, label, subtracted }) => (lane === 'own' ? `${label} of ${text(subtracted)}` : label))
    .join(', ');

export default widget({
  title: 'Which shift survives',
  about: 'Subtract the maximum, the mean, the minimum, the first logit or a number of your own, and see which survive.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow'], [0, 800, 400]),
      min: -1500,
      max: 1500,
      step: 1,
      // What every format holds, differences included.
      limits: [-3e4, 3e4],
    }),
    c: number({ label: 'your c', value: 0, min: -2000, max: 2000, step: 1, limits: [-3e4, 3e4] }),
    format: choice<FormatName>({
      label: 'format',
      value: 'float64',
      options: { float64: 'float64', float32: 'float32', bfloat16: 'bfloat16', float16: 'float16' },
    }),
  },
  values: ({ z, c, format }) => {
    const logits = valuesOf(z).map((zi) => round(zi, format));
    const max = Math.max(...logits);
    const subtracted = {
      max,
      mean: round(logits.reduce((sum, zi) => sum + zi, 0) / logits.length, format),
      min: Math.min(...logits),
      first: logits[0]!,
      own: round(c, format),
    };
    const right = sharesIn(logits, max, format).p;
    const choices = lanes.map((lane) => {
      const found = sharesIn(logits, subtracted[lane], format);
      const { e, sum, p } = found;
      const fate: Fate = e.includes(Infinity)
        ? 'overflow: NaN'
        : sum === Infinity
          ? 'the sum overflows: 0'
          : sum === 0
            ? '0/0: NaN'
            : p.some((pi, i) => Math.abs(pi - right[i]!) > 8 * formats[format].epsilon)
              ? 'too few bits left'
              : 'survives';
      return { label: called[lane], lane, subtracted: subtracted[lane], fate, ...found };
    });
    return { choices, max, held: choices[0]!.sum, count: z.length, ...zone(format) };
  },
  names: {
    choices: 'Each choice',
    label: 'subtract',
    lane: 'short',
    subtracted: 'c',
    fate: 'softmax',
    sum: 'sum of e to the z − c',
    max: 'largest logit',
    held: 'sum with the maximum subtracted',
    count: 'classes',
    from: 'exp is 0 below',
    to: 'exp overflows above',
    end: 'end of the axis',
  },
  write: { subtracted: text, held: fixed, from: text, to: text },
  draw: {
    lanes: {
      title: 'The exponents that each choice leaves, on the real line with the safe zone of the format',
      size: { narrow: [343, 320], wide: [640, 320] },
      uses: ['format'],
      still: ({ format, from, to, end }, { narrow }) => ({
        marginTop: 28,
        marginLeft: narrow ? 78 : 88,
        marginRight: narrow ? 58 : 150,
        marginBottom: 40,
        x: {
          label: 'exponent z − c',
          labelAnchor: 'center',
          labelArrow: 'none',
          domain: [-end, end],
          ticks: narrow ? 3 : 7,
          tickFormat: (x: number) => text(x),
        },
        y: { axis: null, domain: [lanes.length, 0] },
        marks: [
          Plot.rect([0], { x1: from, x2: to, y1: 0, y2: lanes.length, fill: 'var(--wash)' }),
          Plot.ruleX([from, to], { stroke: 'var(--soft)', strokeDasharray: '2 3' }),
          Plot.ruleY([0, 1, 2, 3, 4, 5], { stroke: 'var(--line)' }),
          Plot.text(
            [
              { x: (from - end) / 2, words: narrow ? '0' : 'eˣ is 0' },
              { x: (from + to) / 2, words: narrow ? format : `safe zone of ${format}` },
              { x: (to + end) / 2, words: narrow ? '∞' : 'eˣ is ∞' },
            ],
            { x: 'x', y: 0, text: 'words', dy: -11, fill: 'var(--soft)' },
          ),
          Plot.text(lanes, {
            x: -end,
            y: (_, i) => i + 0.5,
            text: (lane: (typeof lanes)[number]) => called[lane],
            dx: narrow ? -12 : -14,
            textAnchor: 'end',
          }),
        ],
      }),
      moving: ({ choices, z, from, to, end }, { narrow }) => [
        ...z.flatMap(({ label: name }, i) => {
          const points = choices.map(({ exponents }, row) => ({
            x: Math.min(Math.max(exponents[i]!, -end), end),
            y: row + 0.25 + 0.25 * i,
            exponent: exponents[i]!,
          }));
          const color = `var(--class-${i + 1})`;
          // What underflows is hollow, what overflows is crossed out, what is off the page points there.
          const fateOf = (x: number) =>
            x < -end
              ? ({ symbol: 'triangle', rotate: -90, fill: 'var(--paper)', stroke: color } as const)
              : x < from
                ? { fill: 'var(--paper)', stroke: color }
                : x <= to
                  ? { fill: color }
                  : x <= end
                    ? ({ symbol: 'times', stroke: 'var(--alarm)' } as const)
                    : ({ symbol: 'triangle', rotate: 90, fill: 'var(--paper)', stroke: 'var(--alarm)' } as const);
          // The drag takes the largest logit by its point in the reader's own row.
          const taken = valuesOf(z).indexOf(Math.max(...valuesOf(z))) === i ? lanes.indexOf('own') : -1;
          const marksAt = (row: number, ...one: Parameters<typeof dot>) =>
            row === taken ? handle(one[0], { along: 'x', ...one[1] }) : [dot(...one)];
          return points.flatMap(({ x, y, exponent }, row) => [
            ...marksAt(row, [x, y], { r: 4, strokeWidth: 2, ...fateOf(exponent), term: termOf(name) }),
            label([x, y], name, {
              dx: x > 0.8 * end ? -8 : 8,
              textAnchor: x > 0.8 * end ? 'end' : 'start',
              term: termOf(name),
            }),
          ]);
        }),
        ...choices.map(({ fate, lane }, row) =>
          label([end, row + 0.5], `${fate === 'survives' ? '✓' : '✗'} ${narrow ? briefly[fate] : fate}`, {
            dx: narrow ? 8 : 18,
            textAnchor: 'start',
            fill: fate === 'survives' ? 'var(--right)' : 'var(--alarm)',
            fontWeight: 600,
            term: lane,
          }),
        ),
      ],
      moves: ['c'],
      drag: (params, { max }, { x }) => ({ ...params, c: Math.round(max - x) }),
    },
  },
  actions: {
    breakMin: {
      label: 'Break the minimum',
      do: (params) => ({ ...params, z: inUnits(params.z, params.format, [1, 0, 0.5]) }),
    },
    breakFirst: {
      label: 'and the first',
      do: (params) => ({ ...params, z: inUnits(params.z, params.format, [0, 1, 0.5]) }),
    },
    breakMean: {
      label: 'and the mean',
      do: (params) => ({ ...params, z: inUnits(params.z, params.format, [0, 1.8, 0]) }),
    },
  },
  terms: [...lanes],
  layout: ['lanes', 'c', 'format', 'z'],
  say: ({ choices, held, count, format }) =>
    say`In ${format}, ${choices.every(({ fate }) => fate === 'survives') ? 'all five survive' : `these survive: ${thoseThat(choices, true)}; these fail: ${thoseThat(choices, false)}`}. The maximum leaves a sum of ${mention('max', fixed(held), 'softmax')}, between 1 and ${String(count)}.`,
});
