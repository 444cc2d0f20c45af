/** Evaluations step by step: what can be traced, and what there is to say of each step. */
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

/** What can be stepped through: what it is called, the names of its inputs, and what it computes in truth. */
export interface Evaluation {
  says: string;
  /** For functions of a vector, any number of logits. */
  inputs: 'logits' | readonly string[];
  truth: (inputs: number[]) => ArrayLike<number>;
}

/** Every evaluation that can be traced. */
export const evaluations: Record<TraceName, Evaluation> = {
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
/** What each function of a vector calls its inputs; more logits would have more steps than a page can show. */
export const logits = ['z₁', 'z₂', 'z₃'];

/** One input of an evaluation, under its name. */
export interface Input {
  label: string;
  value: number;
}

/** What is evaluated, in which format, on which inputs. */
export interface Asked {
  f: TraceName;
  format: FormatName;
  z: readonly Input[];
}

/** The inputs that an evaluation takes, under their names: what is too much is dropped, what is missing is 0. */
export function inputsFor(f: TraceName, z: readonly Input[]): Input[] {
  const { inputs } = evaluations[f];
  const labels = inputs === 'logits' ? logits.slice(0, z.length) : inputs;
  const admit = (label: string, x: number) => (label === 'p' || label === 'y' ? probability(x) : x);
  return labels.map((label, i) => ({ label, value: admit(label, z[i]?.value ?? 0) }));
}

const probability = (x: number): number => (Number.isNaN(x) ? 0 : Math.min(Math.max(x, 0), 1));

const traced = new Map<string, ReturnType<typeof tell>>();

/** The trace of an evaluation and what there is to say of it; the last ones are kept, for a step forward computes nothing new. */
export function traceOf({ f, format, z }: Asked): ReturnType<typeof tell> {
  const inputs = inputsFor(f, z).map(({ value }) => value);
  const key = [f, format, ...inputs.map((x) => (Object.is(x, -0) ? '-0' : x))].join();
  const found = traced.get(key) ?? tell(f, format, inputs);
  if (traced.size > 20) traced.clear();
  traced.set(key, found);
  return found;
}

/** A name in TeX as letters: `e_{1}` is e₁. */
export const plain = (tex: string): string =>
  tex.replace(/_\{(\d+)\}/g, (_, digits: string) => digits.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!));

/** An operation on operands that are written already. */
export function operationText(operation: Operation, of: readonly string[]): string {
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

/** What an event is called. */
export const flags: Record<FloatEvent, string> = {
  inexact: 'inexact',
  overflow: 'overflow',
  underflow: 'underflow',
  invalid: 'invalid',
  divideByZero: 'divide by zero',
};

/** Whether something went wrong in this very step: its result is no number, or is 0 though it should not be. */
export const isAccident = ({ value, events, infectedBy }: Step): boolean =>
  (!Number.isFinite(value) && infectedBy.length === 0) || (value === 0 && events.includes('underflow'));

/** The bits in their three groups. */
function bitsOf({ bits }: Step, format: FormatName): string {
  const { bits: width, exponentBits } = formats[format];
  const row = bits.toString(2).padStart(width, '0');
  return `${row[0]} ${row.slice(1, 1 + exponentBits)} ${row.slice(1 + exponentBits)}`;
}

const wrong = (x: number): boolean => !Number.isFinite(x);
/** A number with as many digits as a step has room for. */
export const short = (x: number): string => text(x, 5);

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

/** Whether a step shows an accident of its own, or one that it was handed. */
export const isIll = (one: Step): boolean =>
  wrong(one.value) || (one.value === 0 && (isAccident(one) || one.infectedBy.length > 0));
