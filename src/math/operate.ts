import {
  add,
  decimalText,
  divide,
  fractionOf,
  multiply,
  roundFraction,
  roundTranscendental,
  type Fraction,
} from './exact.ts';
import { encode, formatOf, type Format, type FormatName } from './formats.ts';

/** What an operation can meet on its way; all but underflow to a subnormal are the exceptions of IEEE 754. */
export type FloatEvent =
  /** The exact result is not a value of the format. */
  | 'inexact'
  /** The rounded result is larger than the largest finite value. */
  | 'overflow'
  /** The exact result is not 0, is smaller than the smallest normal value, and had to be rounded. */
  | 'underflow'
  /** The operands have no result, as 0/0 or ∞ − ∞ have none. */
  | 'invalid'
  /** An infinite result of finite operands, as 1/0 and log 0. */
  | 'divideByZero';

/** The operations, by name, each with its number of operands (`maximum` takes any). */
export const operations = {
  round: 1,
  negate: 1,
  absolute: 1,
  maximum: -1,
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  exp: 1,
  log: 1,
  log1p: 1,
  sigmoid: 1,
} as const;

export type Operation = keyof typeof operations;

/** The outcome of one operation in a format. */
export interface Outcome {
  /** The exact result as text: all of its digits, or the first 40 (30 for exp and its kin), followed by …. */
  exact: string;
  /** The value of the format nearest to it. */
  value: number;
  /** The bits of that value. */
  bits: bigint;
  /** What happened, in the order of `FloatEvent`. */
  events: FloatEvent[];
}

/**
 * One operation in a float format, correctly rounded: the exact result of the operands, rounded once (nearest, ties
 * to even, gradual underflow).
 *
 * @param operation its name
 * @param operands its operands, taken as they are, in the format or not; ±Infinity and NaN as in IEEE 754
 * @param format the format (or its name) of the result
 * @returns the exact result, the rounded one, its bits, and what happened
 * @throws RangeError if there is no such operation or format, or the number of operands is wrong
 */
export function operate(operation: Operation, operands: readonly number[], format: Format | FormatName): Outcome {
  const f = formatOf(format);
  if (!Object.hasOwn(operations, operation)) {
    throw new RangeError(`operation: '${operation}'; expected one of ${Object.keys(operations).join(', ')}`);
  }
  const arity = operations[operation];
  if (arity < 0 ? operands.length === 0 : operands.length !== arity) {
    throw new RangeError(`operands.length: ${operands.length}; expected ${arity < 0 ? '1 or more' : arity}`);
  }
  const ideal = idealOf(operation, operands);
  if (typeof ideal === 'number') return special(ideal, operands, f);
  if (ideal === 'transcendental') {
    const { value, overflow, text } = roundTranscendental(operation as 'exp', operands[0]!, f);
    return outcome(text, value, overflow, true, f);
  }
  const { value, overflow } = roundFraction(ideal, f);
  const exact = Number.isFinite(value) && fractionsEqual(ideal, fractionOf(value));
  // A zero keeps the sign that IEEE 754 gives it, which fractions don't have.
  const signed = value === 0 ? zeroOf(operation, operands, ideal) : value;
  return outcome(decimalText(ideal), signed, overflow, !exact, f);
}

const fractionsEqual = (x: Fraction, y: Fraction): boolean =>
  x.numerator * y.denominator === y.numerator * x.denominator;

function outcome(exact: string, value: number, overflow: boolean, inexact: boolean, format: Format): Outcome {
  const events: FloatEvent[] = [];
  if (inexact) events.push('inexact');
  if (overflow) events.push('overflow');
  if (inexact && Math.abs(value) < format.smallestNormal) events.push('underflow');
  // A NaN that stands for an overflow keeps the sign, of which the exact result's text tells.
  const bits = overflow ? encode(exact.startsWith('-') ? -Infinity : Infinity, format) : encode(value, format);
  return { exact, value, bits, events };
}

/** The outcome where an operand, or the exact result, is not finite. */
function special(ideal: number, operands: readonly number[], format: Format): Outcome {
  const value = Math.abs(ideal) === Infinity && !format.hasInfinity ? NaN : ideal;
  const events: FloatEvent[] = [];
  if (ideal !== ideal && operands.every((x) => x === x)) events.push('invalid');
  if (Math.abs(ideal) === Infinity && operands.every((x) => Number.isFinite(x))) events.push('divideByZero');
  return { exact: String(ideal), value, bits: encode(value, format), events };
}

/**
 * The exact result: a fraction, or a number where it isn't finite or follows from infinite operands, or a note that
 * it is no fraction.
 */
function idealOf(operation: Operation, operands: readonly number[]): Fraction | number | 'transcendental' {
  const [x, y] = [operands[0]!, operands[1]!];
  const finite = operands.every((operand) => Number.isFinite(operand));
  switch (operation) {
    case 'round':
      return finite ? fractionOf(x) : x;
    case 'negate':
      return finite ? fractionOf(-x) : -x;
    case 'absolute':
      return finite ? fractionOf(Math.abs(x)) : Math.abs(x);
    case 'maximum':
      return finite ? fractionOf(Math.max(...operands)) : Math.max(...operands);
    case 'add':
      return finite ? add(fractionOf(x), fractionOf(y)) : x + y;
    case 'subtract':
      return finite ? add(fractionOf(x), fractionOf(-y)) : x - y;
    case 'multiply':
      return finite ? multiply(fractionOf(x), fractionOf(y)) : x * y;
    case 'divide':
      return finite && y !== 0 ? divide(fractionOf(x), fractionOf(y)) : x / y;
    case 'exp':
      return x === 0 ? fractionOf(1) : finite ? 'transcendental' : x > 0 ? x : x < 0 ? 0 : NaN;
    case 'log':
      return x === 1 ? fractionOf(0) : x > 0 && finite ? 'transcendental' : x === 0 ? -Infinity : x > 0 ? x : NaN;
    case 'log1p':
      return x === 0 ? fractionOf(x) : x > -1 && finite ? 'transcendental' : x === -1 ? -Infinity : x > 0 ? x : NaN;
    case 'sigmoid':
      return x === 0 ? fractionOf(0.5) : finite ? 'transcendental' : x > 0 ? 1 : x < 0 ? 0 : NaN;
  }
}

/** The zero that an operation returns, by its sign. */
function zeroOf(operation: Operation, operands: readonly number[], { numerator }: Fraction): number {
  const [x, y] = [operands[0]!, operands[1]!];
  // What was too small keeps its sign.
  if (numerator !== 0n) return numerator < 0n ? -0 : 0;
  switch (operation) {
    case 'negate':
      return -x;
    case 'maximum':
      return Math.max(...operands);
    case 'add':
      return x + y;
    case 'subtract':
      return x - y;
    case 'multiply':
      return x * y;
    case 'divide':
      return x / y;
    case 'round':
    case 'log1p':
      return x;
    default:
      return 0;
  }
}
