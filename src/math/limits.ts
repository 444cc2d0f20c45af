import { formatOf, next, previous, round, type Format, type FormatName } from './formats.ts';
import { log } from './log.ts';
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

/**
 * The smallest value of a grid for which `holds`, from which on it always holds; looked for from where it is nearly
 * known to be, so that few values have to be tried.
 */
function firstNear(near: number, grid: FormatName, holds: (z: number) => boolean): number {
  let z = round(near, grid);
  while (holds(z)) z = previous(z, grid);
  while (!holds(z)) z = next(z, grid);
  return z;
}

/**
 * Where the exponential and the sigmoid reach the end of a format, found by correctly rounded operations:
 * the numbers of chapter 4's table.
 *
 * @param format the format, or its name
 * @returns the limits
 * @throws RangeError if there is no such format
 */
export function limitsOf(format: Format | FormatName): FormatLimits {
  const f = formatOf(format);
  const value = (operation: Operation, ...operands: number[]) => operate(operation, operands, f).value;
  const one = (z: number) => value('divide', 1, value('add', 1, value('exp', -z)));
  const overflowLogit = firstNear(log(f.largest), f.name, (z) => !Number.isFinite(value('exp', z)));
  return {
    largest: f.largest,
    largestLogit: previous(overflowLogit, f.name),
    overflowLogit,
    smallestLogit: firstNear(log(f.smallestSubnormal) - Math.LN2, 'float64', (z) => value('exp', z) > 0),
    // Below 1 values stand ε/2 apart, so 1 takes in all that is at most ε/4 away: e^−z/(1 + e^−z) ≤ ε/4.
    sigmoidIsOne: firstNear(log(4 / f.epsilon - 1), 'float64', (z) => value('sigmoid', z) === 1),
    naiveSigmoidIsOne: firstNear(log(2 / f.epsilon), f.name, (z) => one(z) === 1),
  };
}
