import { exponentOf } from './bits.ts';
import { formatOf, next, type Format, type FormatName } from './formats.ts';
import { operate, type Operation } from './operate.ts';

/** Where the exponential and the sigmoid reach the end of a format. */
export interface FormatLimits {
  /** The largest finite value. */
  largest: number;
  /** The largest logit of the format whose exponential, rounded to the format, is finite … */
  largestLogit: number;
  /** … and the next value of the format, whose exponential is not. */
  overflowLogit: number;
  /** The smallest float64 z whose exponential, rounded to the format, is not 0. */
  smallestLogit: number;
  /** The smallest float64 z whose exact σ(z), rounded once to the format, is 1. */
  sigmoidIsOne: number;
  /** The smallest z of the format for which 1/(1 + e^−z), each step rounded to the format, is 1. */
  naiveSigmoidIsOne: number;
}

/** The smallest value of `grid` for which `test` holds, in ]low, high]; it must hold for high and not for low. */
function firstWhere(test: (x: number) => boolean, low: number, high: number, grid: FormatName): number {
  // A bisection of numbers first, then of the few values that are left.
  for (;;) {
    const middle = low + (high - low) / 2;
    if (exponentOf(high - low) < exponentOf(Math.max(Math.abs(low), Math.abs(high))) - 60 || middle <= low) break;
    if (middle >= high || next(low, grid) >= high) break;
    if (test(middle)) high = middle;
    else low = middle;
  }
  for (let x = next(low, grid); ; x = next(x, grid)) if (test(x)) return x;
}

/**
 * Where the exponential and the sigmoid reach the end of a format, found by bisection over correctly rounded
 * operations: the numbers of chapter 4's table.
 *
 * @param format the format, or its name
 * @returns the limits
 * @throws RangeError if there is no such format
 */
export function limitsOf(format: Format | FormatName): FormatLimits {
  const f = formatOf(format);
  const value = (operation: Operation, ...operands: number[]) => operate(operation, operands, f).value;
  const bound = 2 * f.bias;
  const overflowLogit = firstWhere((z) => !Number.isFinite(value('exp', z)), 1, bound, f.name);
  // The value before it: the grid below is the grid above, mirrored.
  const largestLogit = -next(-overflowLogit, f);
  return {
    largest: f.largest,
    largestLogit,
    overflowLogit,
    smallestLogit: firstWhere((z) => value('exp', z) > 0, -2 * bound, 0, 'float64'),
    sigmoidIsOne: firstWhere((z) => value('sigmoid', z) === 1, 0.5, 100, 'float64'),
    naiveSigmoidIsOne: firstWhere((z) => value('divide', 1, value('add', 1, value('exp', -z))) === 1, 0.5, 100, f.name),
  };
}
