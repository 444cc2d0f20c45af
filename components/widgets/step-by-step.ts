import * as Plot from '@observablehq/plot';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  exact,
  formats,
  logSoftmax,
  logSumExp,
  operand,
  sigmoid,
  softmax,
  text,
  trace,
  vector,
  type FloatEvent,
  type FormatName,
  type Operation,
  type Step,
  type TraceName,
} from 'logits';
import { called, formatChoices } from '../draw/float-formats.ts';
import { arrow, dot, label, rect, type Look } from '../draw/marks.ts';
import { listed, plural } from '../widget/words.ts';
import {
  choice,
  mention,
  rows,
  rowsOf,
  say,
  step,
  valuesOf,
  widget,
  type Row,
  type Stage,
} from '../widget/contract.ts';

/** What can be stepped through: what it is called, the names of its inputs, and what it computes in truth. */
interface Evaluation {
  says: string;
  /** For functions of a vector, any number of logits. */
  inputs: 'logits' | readonly string[];
  truth: (inputs: number[]) => ArrayLike<number>;
}

const evaluations: Record<TraceName, Evaluation> = {
  naiveSoftmax: { says: 'softmax as written', inputs: 'logits', truth: (z) => softmax(z) },
  softmax: { says: 'softmax, max subtracted', inputs: 'logits', truth: (z) => softmax(z) },
  onlineSoftmax: { says: 'online softmax', inputs: 'logits', truth: (z) => softmax(z) },
  naiveSigmoid: { says: '1/(1 + e⁻ᶻ)', inputs: ['z'], truth: ([z]) => [sigmoid(z!)] },
  naiveSigmoidExpForm: { says: 'eᶻ/(1 + eᶻ)', inputs: ['z'], truth: ([z]) => [sigmoid(z!)] },
  logOfSoftmax: { says: 'log of softmax', inputs: 'logits', truth: (z) => logSoftmax(z) },
  logSoftmax: { says: 'log-softmax', inputs: 'logits', truth: (z) => logSoftmax(z) },
  naiveLogSumExp: { says: 'log-sum-exp as written', inputs: 'logits', truth: (z) => [logSumExp(z)] },
  logSumExp: { says: 'log-sum-exp, max taken out', inputs: 'logits', truth: (z) => [logSumExp(z)] },
  binaryCrossEntropy: { says: 'BCE of p', inputs: ['p', 'y'], truth: ([p, y]) => [binaryCrossEntropy(p!, y!)] },
  binaryCrossEntropyWithLogits: {
    says: 'BCE of a logit',
    inputs: ['z', 'y'],
    truth: ([z, y]) => [binaryCrossEntropyWithLogits(z!, y!)],
  },
};
const names = Object.keys(evaluations) as TraceName[];

/** The height of the drawing, for however many steps. */
const tall = 336;

/** More logits would have more steps than a page can show. */
const most = 3;
const logits = ['z₁', 'z₂', 'z₃'];

interface Asked {
  f: TraceName;
  format: FormatName;
  z: Row[];
}

/** The inputs that an evaluation takes, under their names: what is too much is dropped, what is missing is 0. */
function inputsFor(f: TraceName, z: readonly Row[]): Row[] {
  const { inputs } = evaluations[f];
  const labels = inputs === 'logits' ? logits.slice(0, z.length) : inputs;
  const admit = (label: string, x: number) => (label === 'p' || label === 'y' ? probability(x) : x);
  return labels.map((label, i) => ({ label, value: admit(label, z[i]?.value ?? 0) }));
}

const probability = (x: number): number => (Number.isNaN(x) ? 0 : Math.min(Math.max(x, 0), 1));

const traced = new Map<string, ReturnType<typeof tell>>();

/** The trace of an evaluation and what there is to say of it; the last ones are kept, for a step forward computes nothing new. */
function traceOf({ f, format, z }: Asked): ReturnType<typeof tell> {
  const inputs = valuesOf(inputsFor(f, z));
  const key = [f, format, ...inputs.map((x) => (Object.is(x, -0) ? '-0' : x))].join();
  const found = traced.get(key) ?? tell(f, format, inputs);
  if (traced.size > 20) traced.clear();
  traced.set(key, found);
  return found;
}

/** A name in TeX as letters: `e_{1}` is e₁. */
const plain = (tex: string): string =>
  tex.replace(/_\{(\d+)\}/g, (_, digits: string) => digits.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!));

/** An operation on operands that are written already. */
function operationText(operation: Operation, of: readonly string[]): string {
  const [x = '', y = ''] = of;
  switch (operation) {
    case 'round':
      return `${x}, stored`;
    case 'negate':
      return `−${operand(x)}`;
    case 'absolute':
      return `|${x}|`;
    case 'maximum':
      return `max(${of.join(', ')})`;
    case 'add':
      return `${x} + ${operand(y)}`;
    case 'subtract':
      return `${x} − ${operand(y)}`;
    case 'multiply':
      return `${operand(x)} × ${operand(y)}`;
    case 'divide':
      return `${operand(x)} / ${operand(y)}`;
    case 'exp':
      return `exp(${x})`;
    case 'log':
      return `log(${x})`;
    case 'log1p':
      return `log(1 + ${operand(x)})`;
    case 'sigmoid':
      return `σ(${x})`;
  }
}

/** An operation on the values of its operands. */
const numbersOf = ({ operation, operands }: Step): string =>
  operationText(
    operation,
    operands.map(({ value }) => short(value)),
  );

const flags: Record<FloatEvent, string> = {
  inexact: 'inexact',
  overflow: 'overflow',
  underflow: 'underflow',
  invalid: 'invalid',
  divideByZero: 'divide by zero',
};

/** Whether something went wrong in this very step: its result is no number, or is 0 though it should not be. */
const isAccident = ({ value, events, infectedBy }: Step): boolean =>
  (!Number.isFinite(value) && infectedBy.length === 0) || (value === 0 && events.includes('underflow'));

/** The bits in their three groups. */
function bitsOf({ bits }: Step, format: FormatName): string {
  const { bits: width, exponentBits } = formats[format];
  const row = bits.toString(2).padStart(width, '0');
  return `${row[0]} ${row.slice(1, 1 + exponentBits)} ${row.slice(1 + exponentBits)}`;
}

/** Digits that may break where the place is narrow. */
const breakable = (digits: string): string => digits.replace(/[\d.]{6}/g, '$&\u200b');

const wrong = (x: number): boolean => !Number.isFinite(x);
const short = (x: number): string => text(x, 5);

/** One number as it is, several in brackets. */
const answer = (values: readonly number[]): string => (values.length === 1 ? short(values[0]!) : vector(values, short));

/** Traces an evaluation, and says what there is to say of it, whichever of its steps is shown. */
function tell(f: TraceName, format: FormatName, inputs: number[]) {
  const { steps, result, resultSteps } = trace(f, inputs, format);
  const truth = Array.from(evaluations[f].truth(inputs));
  const first = steps.findIndex(isAccident);
  return {
    steps,
    resultSteps,
    rows: steps.map((one) => ({
      label: `${plain(one.name)} = ${operationText(
        one.operation,
        one.operation === 'round' ? [exact(one.operands[0]!.value)] : one.operands.map(({ name }) => plain(name)),
      )}`,
      numbers: numbersOf(one),
      value: one.value,
      bits: bitsOf(one, format),
      flags: one.events.map((event) => flags[event]).join(', '),
      from: one.infectedBy.map(plain).join(', '),
    })),
    shorts: steps.map(({ value }) => short(value)),
    values: {
      result: answer(result),
      truth: answer(truth),
      agrees: result.every((x, i) => Object.is(x, truth[i]) || Math.abs(x - truth[i]!) <= 0.02 * Math.abs(truth[i]!)),
      first: first < 0 ? 'none' : `${first + 1}`,
      length: steps.length,
      results: resultSteps.map((i) => plain(steps[i]!.name)).join(', '),
    },
  };
}

export default widget({
  title: 'Step by step',
  about: 'Step through an evaluation in any format, and follow the first Infinity or NaN to the result.',
  params: {
    f: choice<TraceName>({
      label: 'evaluate',
      value: 'naiveSoftmax',
      options: Object.fromEntries(names.map((name) => [name, evaluations[name].says])) as Record<TraceName, string>,
    }),
    format: choice<FormatName>({ label: 'in', value: 'float64', options: formatChoices }),
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
    done: step({ label: 'step', value: 11, max: (params) => traceOf(params as Asked).steps.length }),
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
      size: { narrow: [343, tall], wide: [640, tall] },
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
        ];
      },
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
  layout: ['steps', 'done', 'now', 'z', 'f', 'format'],
  actions: {
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

/** Whether a step shows an accident of its own, or one that it was handed. */
const isIll = (one: Step): boolean =>
  wrong(one.value) || (one.value === 0 && (isAccident(one) || one.infectedBy.length > 0));

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
    gutter: narrow ? 66 : 118,
    formula: narrow ? 84 : 140,
    numbers: 282,
    value: narrow ? 290 : 512,
    flags: narrow ? 298 : 526,
  };
}
