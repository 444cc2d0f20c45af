import * as Plot from '../draw/plot.ts';
import { exact, type FormatName, type Step, type TraceName } from 'logits';
import {
  evaluations,
  flags,
  inputsFor,
  isAccident,
  isIll,
  logits,
  operationText,
  plain,
  short,
  traceOf,
} from '../draw/evaluations.ts';
import { called, formatChoices } from '../draw/float-formats.ts';
import { arrow, dot, handle, label, rect, type Look } from '../draw/marks.ts';
import { breakable, listed, plural } from '../widget/words.ts';
import { choice, mention, rows, rowsOf, say, step, valuesOf, widget, type Stage } from '../widget/contract.ts';

/** The height of the drawing, for however many steps. */
const tall = 336;

const most = logits.length;

export default widget({
  title: 'Step by step',
  about: 'Step through an evaluation in any format, and follow the first Infinity or NaN to the result.',
  params: {
    f: choice<TraceName>({
      label: 'evaluate',
      value: 'naiveSoftmax',
      menu: true,
      options: Object.fromEntries(Object.entries(evaluations).map(([name, { says }]) => [name, says])) as Record<
        TraceName,
        string
      >,
    }),
    format: choice<FormatName>({ label: 'in', value: 'float64', menu: true, options: formatChoices }),
    z: rows({
      label: 'input',
      value: rowsOf(logits, [1000, 1000, 1000]),
      min: -1000,
      max: 1000,
      step: 0.5,
      limits: [-1e6, 1e6],
      count: [1, most],
      extremes: true,
    }),
    done: step({
      label: 'step',
      value: 11,
      max: (params) => traceOf(params as Parameters<typeof traceOf>[0]).steps.length,
    }),
  },
  settle: ({ f, format, z, done }) => {
    const settled = { f, format, z: inputsFor(f, z) };
    return { ...settled, done: Math.min(done, traceOf(settled).steps.length) };
  },
  values: ({ f, format, z, done }) => {
    const { steps, rows, values } = traceOf({ f, format, z });
    const now = steps[done - 1];
    return {
      rows: rows.map((row, i) => ({ ...row, done: i < done })),
      now: now ? plain(now.name) : '',
      exactly: now ? now.exact.replace('-', '−') : '',
      at: now ? now.value : NaN,
      ...values,
    };
  },
  names: {
    result: 'the result',
    bits: 'bits',
    done: 'steps done',
    rows: 'Every step',
    label: 'step',
    numbers: 'with numbers',
    value: 'result',
    flags: 'flags',
    from: 'infected by',
    now: 'step just done',
    exactly: 'its exact result',
    at: 'its result',
    truth: 'in truth',
    agrees: 'within 2 % of the truth',
    first: 'first accident at step',
    length: 'steps in all',
    results: 'results',
  },
  write: { value: short, at: exact },
  draw: {
    steps: {
      title: 'The steps from the inputs to the result, each with its value; arcs follow what went wrong',
      size: { narrow: [343, tall], wide: [560, tall] },
      // The formulas stay when a number moves: only how many inputs there are counts.
      uses: ['f', 'length'],
      still: ({ f, format, z }, stage) => {
        const { steps } = traceOf({ f, format, z });
        const at = places(steps.length, stage);
        return {
          marginTop: 0,
          marginRight: 0,
          marginBottom: 0,
          marginLeft: 0,
          x: { domain: [0, stage.width], axis: null },
          y: { domain: [stage.height, 0], axis: null },
          marks: [
            Plot.text(steps, {
              x: at.formula,
              y: (_, i) => at.y(i),
              text: ({ name, operation, operands }: Step) =>
                operation === 'round'
                  ? plain(name)
                  : `${plain(name)} = ${operationText(
                      operation,
                      operands.map((from) => plain(from.name)),
                    )}`,
              textAnchor: 'start',
              fill: 'var(--soft)',
              fontSize: at.size,
            }),
          ],
        };
      },
      moving: ({ f, format, z, done }, stage) => {
        const { steps, resultSteps, rows, shorts } = traceOf({ f, format, z });
        const at = places(steps.length, stage);
        // A step that is still to come has its marks, too, without words: so a step forward changes its own alone.
        const all = steps.map((one, i) => ({ one, i, y: at.y(i), seen: i < done }));
        const shown = all.slice(0, done);
        const now = shown.at(-1);
        const arcs = shown.flatMap(({ one, i }) =>
          one.operands
            .filter((from) => from.step >= 0 && (i === done - 1 || one.infectedBy.includes(from.name)))
            .map((from) => ({
              from: at.y(from.step),
              to: at.y(i),
              ill: one.infectedBy.includes(from.name),
              now: i === done - 1,
            })),
        );
        const arc = (which: (one: (typeof arcs)[number]) => boolean, look: Look) =>
          arcs
            .filter(which)
            .map(({ from, to }) =>
              arrow([at.gutter, from], [at.gutter, to], { bend: -50, headLength: 6, insetEnd: 2, ...look }),
            );
        const first = shown.find(({ one }) => isAccident(one));
        return [
          ...(now
            ? [
                rect([0, now.y - at.row / 2], [stage.width, now.y + at.row / 2], {
                  fill: 'var(--ink)',
                  fillOpacity: 0.07,
                }),
              ]
            : []),
          ...all.flatMap(({ one, i, y, seen }) => [
            ...(stage.narrow
              ? []
              : [label([at.numbers, y], seen ? rows[i]!.numbers : '', { textAnchor: 'start', fontSize: at.size })]),
            label([at.value, y], seen ? shorts[i]! : '', {
              textAnchor: 'end',
              fontSize: at.size,
              fontVariant: 'tabular-nums',
              ...(isIll(one) && { fill: 'var(--alarm)', fontWeight: 600 }),
            }),
            label([at.flags, y], seen ? wordsFor(one, stage) : '', {
              textAnchor: 'start',
              fill: 'var(--soft)',
              fontSize: 11,
            }),
            ...(resultSteps.includes(i)
              ? [label([at.formula - 8, y], seen ? '▸' : '', { textAnchor: 'end', fontSize: 10, term: 'result' })]
              : []),
            dot([at.gutter, y], { fill: isIll(one) ? 'var(--alarm)' : 'var(--ink)', ...(!seen && { r: 0 }) }),
          ]),
          ...(first ? [dot([at.gutter, first.y], { r: 6.5, stroke: 'var(--alarm)', term: 'first' })] : []),
          ...arc(({ ill, now }) => ill && !now, { stroke: 'var(--alarm)', strokeWidth: 1, strokeOpacity: 0.55 }),
          ...arc(({ ill, now }) => ill && now, { stroke: 'var(--alarm)', strokeWidth: 2 }),
          ...arc(({ ill }) => !ill, { stroke: 'var(--ink)' }),
          ...handle([at.gutter, now ? now.y : 0], { fill: now && isIll(now.one) ? 'var(--alarm)' : 'var(--ink)' }),
        ];
      },
      moves: ['done'],
      drag: ({ f, format, z }, _, { y }) => {
        const { steps } = traceOf({ f, format, z });
        const at = places(steps.length, { height: tall, width: 0, narrow: false });
        return { f, format, z, done: Math.min(Math.max(Math.floor(y / at.row) + 1, 0), steps.length) };
      },
    },
    now: {
      title: 'The step just done',
      table: ({ f, format, z, done, rows }) => {
        const { steps } = traceOf({ f, format, z });
        const one = steps[done - 1];
        const row = rows[done - 1];
        const line = (key: string, cell: string, alarm = false) => ({
          key,
          cells: [key, alarm ? { text: cell, tone: 'alarm' as const } : cell],
        });
        const from = row?.from ? ` (from ${row.from})` : '';
        return {
          head: [`${done} of ${steps.length}`, row?.label ?? 'nothing done yet'],
          rows: [
            line('numbers', row?.numbers ?? '–'),
            line('exactly', one ? breakable(one.exact.replace('-', '−')) : '–'),
            line('rounded', one ? exact(one.value) + from : '–', one && isIll(one)),
            line('bits', row ? breakable(row.bits) : '–'),
            line('flags', row?.flags || 'none'),
          ],
        };
      },
    },
  },
  layout: [['f', 'format'], ['steps', 'done', 'now'], 'z'],
  actions: {
    play: {
      label: 'Play',
      do: (params) => {
        const { length } = traceOf(params).steps;
        return { ...params, done: params.done < length ? params.done + 1 : 1 };
      },
      plays: { every: 700, on: ({ done, length }) => done < length },
    },
    accident: {
      label: 'Run to the first accident',
      do: (params) => ({ ...params, done: traceOf(params).steps.findIndex(isAccident) + 1 || params.done }),
      when: ({ first, done }) => first !== 'none' && Number(first) !== done,
    },
    start: { label: 'Back to the start', do: (params) => ({ ...params, done: 0 }), when: ({ done }) => done > 0 },
    end: {
      label: 'To the end',
      do: (params) => ({ ...params, done: traceOf(params).steps.length }),
      when: ({ done, length }) => done < length,
    },
    more: {
      label: 'Add a logit',
      do: (params) => ({ ...params, z: rowsOf(logits, [...valuesOf(params.z), 0]).slice(0, params.z.length + 1) }),
      when: ({ f, z }) => evaluations[f].inputs === 'logits' && z.length < most,
    },
    fewer: {
      label: 'Remove one',
      do: (params) => ({ ...params, z: params.z.slice(0, -1) }),
      when: ({ f, z }) => evaluations[f].inputs === 'logits' && z.length > 1,
    },
  },
  say: ({ f, format, z, done, rows, result, truth, length }) => {
    const where = `${evaluations[f].says} in ${called(format)}`;
    const row = rows[done - 1];
    if (!row)
      return say`Nothing is computed yet of ${where}: ${plural(length, 'step')} ${length === 1 ? 'lies' : 'lie'} ahead.`;
    const { steps } = traceOf({ f, format, z });
    const one = steps[done - 1]!;
    const end = done === length ? ` The result is ${result}; in truth it is ${truth}.` : '';
    const cause = one.infectedBy.length > 0 ? `, by way of ${listed(one.infectedBy.map(plain))}` : '';
    const what = one.events.filter((event) => event !== 'inexact').map((event) => flags[event]);
    return say`Step ${String(done)} of ${where}: ${row.label} is ${mention('at', short(one.value), isIll(one) ? 'alarm' : 'logit')}${what.length > 0 ? ` (${what.join(', ')})` : ''}${cause}.${end}`;
  },
});

/** What a row says beside its value: what happened, with rounding alone left out. */
const wordsFor = ({ events }: Step, { narrow }: Stage): string =>
  events
    .filter((event) => event !== 'inexact')
    .map(
      (event) =>
        (narrow
          ? { overflow: 'over', underflow: 'under', invalid: 'invalid', divideByZero: '÷ 0', inexact: '' }
          : flags)[event],
    )
    .join(', ');

/** Where the columns and rows of the drawing stand. */
function places(steps: number, { height, narrow }: Pick<Stage, 'width' | 'height' | 'narrow'>) {
  const row = Math.min(36, height / steps);
  return {
    row,
    size: row < 15 ? 11 : 12,
    y: (i: number) => row * (i + 0.5),
    gutter: narrow ? 66 : 84,
    formula: narrow ? 84 : 106,
    numbers: 246,
    value: narrow ? 290 : 466,
    flags: narrow ? 298 : 478,
  };
}
