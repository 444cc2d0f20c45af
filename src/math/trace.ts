import { checkVector, entryOf } from './arguments.ts';
import { formatOf, type Format, type FormatName } from './formats.ts';
import { operate, type FloatEvent, type Operation } from './operate.ts';

/** An operand of a step. */
export interface Operand {
  /** Its name in TeX, such as `z_{1}`, or, of a constant, its digits. */
  name: string;
  value: number;
  /** The index of the step that computed it; −1 for a constant. */
  step: number;
}

/** One operation of a trace. */
export interface Step {
  operation: Operation;
  /** The name of the result, in TeX: `d_{1}`. */
  name: string;
  /** The operation on the names of its operands, in TeX: `z_{1} - m`. */
  tex: string;
  operands: Operand[];
  /** The exact result of the operands as they are, as text (see `operate`). */
  exact: string;
  /** The exact result, rounded once to the format. */
  value: number;
  /** The bits of `value` in the format. */
  bits: bigint;
  /** What happened in this operation. */
  events: FloatEvent[];
  /**
   * The names of the operands that carry an accident of an earlier step into this one: NaN, an infinity, or a 0 that
   * stands for a number that underflowed (or for a quotient by an infinity that did not belong there).
   */
  infectedBy: string[];
}

/** An evaluation in a float format, recorded. */
export interface Trace {
  format: Format;
  /** The operations in order; the first ones read the inputs into the format. */
  steps: Step[];
  /** The values of the results: one for a number, C for C logits. */
  result: number[];
  /** The indices of the steps that computed them. */
  resultSteps: number[];
}

/** The index of a step, or a constant that every format has. */
type Value = number | { constant: number };
const zero = { constant: 0 };
const one = { constant: 1 };

/** Records the steps of one evaluation. Its methods take and return indices of steps. */
class Recorder {
  readonly steps: Step[] = [];
  readonly format: Format;

  constructor(format: Format) {
    this.format = format;
  }

  /** Performs one operation on the results of earlier steps, or on constants, and returns the index of its step. */
  step(operation: Operation, name: string, tex: string, ...operands: Value[]): number {
    const resolved = operands.map((operand): Operand => {
      if (typeof operand === 'object') return { name: String(operand.constant), value: operand.constant, step: -1 };
      const { name, value } = this.steps[operand]!;
      return { name, value, step: operand };
    });
    const outcome = operate(
      operation,
      resolved.map(({ value }) => value),
      this.format,
    );
    const infectedBy = resolved.filter(({ step }) => step >= 0 && this.ill(step)).map(({ name }) => name);
    this.steps.push({ operation, name, tex, operands: resolved, ...outcome, infectedBy: [...new Set(infectedBy)] });
    return this.steps.length - 1;
  }

  private ill(index: number): boolean {
    const { value, events, infectedBy } = this.steps[index]!;
    return !Number.isFinite(value) || (value === 0 && (events.includes('underflow') || infectedBy.length > 0));
  }

  private name(value: Value): string {
    return typeof value === 'object' ? String(value.constant) : this.steps[value]!.name;
  }

  input(name: string, x: number): number {
    return this.step('round', name, String(x), { constant: x });
  }

  inputs(letter: string, xs: ArrayLike<number>): number[] {
    return Array.from(xs, (x, i) => this.input(`${letter}_{${i + 1}}`, x));
  }

  negate = (name: string, x: Value): number => this.step('negate', name, `-${this.name(x)}`, x);
  subtract = (name: string, x: Value, y: Value): number =>
    this.step('subtract', name, `${this.name(x)} - ${this.name(y)}`, x, y);
  add = (name: string, x: Value, y: Value): number => this.step('add', name, `${this.name(x)} + ${this.name(y)}`, x, y);
  multiply = (name: string, x: Value, y: Value): number =>
    this.step('multiply', name, `${this.name(x)} \\cdot ${this.name(y)}`, x, y);
  divide = (name: string, x: Value, y: Value): number =>
    this.step('divide', name, `\\frac{${this.name(x)}}{${this.name(y)}}`, x, y);
  exp = (name: string, x: Value): number => this.step('exp', name, `e^{${this.name(x)}}`, x);
  log = (name: string, x: Value): number => this.step('log', name, `\\log ${this.name(x)}`, x);
  log1p = (name: string, x: Value): number => this.step('log1p', name, `\\log(1 + ${this.name(x)})`, x);
  maximum = (name: string, xs: Value[]): number =>
    this.step('maximum', name, `\\max(${xs.map((x) => this.name(x)).join(', ')})`, ...xs);

  /** The sum from left to right; its parts are called s_{2}, s_{3}, … and the whole s. */
  sum(xs: number[]): number {
    return xs.reduce((sum, x, i) => this.add(i === xs.length - 1 ? 's' : `s_{${i + 1}}`, sum, x));
  }
}

type Program = (r: Recorder, inputs: number[]) => number[];

/** e_i = e^{x_i}, and p_i = e_i/s. */
function shares(r: Recorder, exponents: number[]): number[] {
  if (exponents.length === 0) return [];
  const e = exponents.map((x, i) => r.exp(`e_{${i + 1}}`, x));
  const s = r.sum(e);
  return e.map((ei, i) => r.divide(`p_{${i + 1}}`, ei, s));
}

/** d_i = z_i − m. */
function shifted(r: Recorder, z: number[]): { m: number; d: number[] } {
  const m = r.maximum('m', z);
  return { m, d: z.map((zi, i) => r.subtract(`d_{${i + 1}}`, zi, m)) };
}

const shiftedSoftmax: Program = (r, inputs) => {
  const z = r.inputs('z', inputs);
  return z.length === 0 ? [] : shares(r, shifted(r, z).d);
};

const programs = {
  naiveSoftmax: (r, inputs) => shares(r, r.inputs('z', inputs)),

  softmax: shiftedSoftmax,

  logOfSoftmax: (r, inputs) => shiftedSoftmax(r, inputs).map((p, i) => r.log(`l_{${i + 1}}`, p)),

  logSoftmax: (r, inputs) => {
    const z = r.inputs('z', inputs);
    if (z.length === 0) return [];
    const { d } = shifted(r, z);
    const s = r.sum(d.map((di, i) => r.exp(`e_{${i + 1}}`, di)));
    const log = r.log('L', s);
    return d.map((di, i) => r.subtract(`l_{${i + 1}}`, di, log));
  },

  naiveLogSumExp: (r, inputs) => {
    const z = r.inputs('z', inputs);
    if (z.length === 0) return [];
    return [r.log('L', r.sum(z.map((zi, i) => r.exp(`e_{${i + 1}}`, zi))))];
  },

  logSumExp: (r, inputs) => {
    const z = r.inputs('z', inputs);
    if (z.length === 0) return [];
    const { m, d } = shifted(r, z);
    const s = r.sum(d.map((di, i) => r.exp(`e_{${i + 1}}`, di)));
    return [r.add('L', m, r.log('l', s))];
  },

  onlineSoftmax: (r, inputs) => {
    const z = r.inputs('z', inputs);
    if (z.length === 0) return [];
    // After the first logit the maximum is that logit and the sum is 1.
    let m = z[0]!;
    let s = r.exp('s_{1}', r.subtract('d_{1}', m, m));
    for (let i = 1; i < z.length; i++) {
      const k = `_{${i + 1}}`;
      const next = r.maximum(`m${k}`, [m, z[i]!]);
      const factor = r.exp(`f${k}`, r.subtract(`g${k}`, m, next));
      const term = r.exp(`e${k}`, r.subtract(`d${k}`, z[i]!, next));
      s = r.add(`s${k}`, r.multiply(`t${k}`, s, factor), term);
      m = next;
    }
    return z.map((zi, i) => {
      const k = `_{${i + 1}}`;
      return r.divide(`p${k}`, r.exp(`x${k}`, r.subtract(`y${k}`, zi, m)), s);
    });
  },

  naiveSigmoid: (r, [z]) => {
    const e = r.exp('e', r.negate('n', r.input('z', z!)));
    return [r.divide('p', one, r.add('s', one, e))];
  },

  naiveSigmoidExpForm: (r, [z]) => {
    const e = r.exp('e', r.input('z', z!));
    return [r.divide('p', e, r.add('s', one, e))];
  },

  binaryCrossEntropy: (r, [p, y]) => {
    const [probability, target, floor] = [r.input('p', p!), r.input('y', y!), r.input('f', -100)];
    const yes = r.maximum('a', [r.log('u', probability), floor]);
    const no = r.maximum('b', [r.log('v', r.subtract('q', one, probability)), floor]);
    const sum = r.add('s', r.multiply('c', target, yes), r.multiply('d', r.subtract('w', one, target), no));
    return [r.negate('L', sum)];
  },

  binaryCrossEntropyWithLogits: (r, [z, y]) => {
    const [logit, target] = [r.input('z', z!), r.input('y', y!)];
    const linear = r.subtract('a', r.maximum('m', [logit, zero]), r.multiply('b', logit, target));
    const size = r.step('absolute', '|z|', '|z|', logit);
    return [r.add('L', linear, r.log1p('l', r.exp('e', r.negate('n', size))))];
  },
} satisfies Record<string, Program>;

/** The evaluations that can be traced. */
export type TraceName = keyof typeof programs;

/**
 * The names of the evaluations that can be traced, and their inputs:
 *
 * - `naiveSoftmax`, `softmax` (shifted by the maximum), `onlineSoftmax`: logits
 * - `logOfSoftmax` (of the shifted one), `logSoftmax`: logits
 * - `naiveLogSumExp`, `logSumExp` (shifted by the maximum): logits
 * - `naiveSigmoid` (1/(1 + e^−z)), `naiveSigmoidExpForm` (e^z/(1 + e^z)): one logit
 * - `binaryCrossEntropy`: p and y, logarithms clamped at −100 as frameworks do; `binaryCrossEntropyWithLogits`: z and y
 */
export const traceNames = /* @__PURE__ */ (() => Object.keys(programs) as TraceName[])();

const arities: Partial<Record<TraceName, number>> = {
  naiveSigmoid: 1,
  naiveSigmoidExpForm: 1,
  binaryCrossEntropy: 2,
  binaryCrossEntropyWithLogits: 2,
};

/**
 * Evaluates a formula in a float format as written, one correctly rounded operation at a time, and records each.
 * Every operation, exp and log included, is rounded once from its exact result, so that a trace is a fact about the
 * format and not about a library.
 *
 * @param name what to evaluate (see `traceNames`)
 * @param inputs the logits, or the arguments in their order; they are rounded to the format first
 * @param format the format (or its name) of every result
 * @returns the steps and the result
 * @throws RangeError if there is no such evaluation or format, or the number of inputs is wrong
 */
export function trace(name: TraceName, inputs: ArrayLike<number>, format: Format | FormatName): Trace {
  const program: Program = entryOf('name', programs, name);
  checkVector('inputs', inputs);
  const arity = arities[name];
  if (arity !== undefined && inputs.length !== arity) {
    throw new RangeError(`inputs.length: ${inputs.length}; expected ${arity}, for ${name}`);
  }
  const recorder = new Recorder(formatOf(format));
  const resultSteps = program(recorder, Array.from(inputs));
  const result = resultSteps.map((index) => recorder.steps[index]!.value);
  return { format: recorder.format, steps: recorder.steps, result, resultSteps };
}
