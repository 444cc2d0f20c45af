import { checkVector } from './arguments.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';

/**
 * The textbook formulas, evaluated as written, left to right, one rounding an operation. They are here to be
 * taken apart: each fails for logits that the functions without `naive` in their name handle.
 */

/**
 * 1/(1 + e^−z) as written. Returns 0 from −709.7827128933841 down, where the truth is subnormal until
 * −745.1332191019411.
 *
 * @param z a logit
 * @returns σ(z), or what is left of it
 */
export const naiveSigmoid = (z: number): number => 1 / (1 + exp(-z));

/**
 * e^z/(1 + e^z) as written. Returns NaN (∞/∞) from z = 709.7827128933841 up.
 *
 * @param z a logit
 * @returns σ(z), or what is left of it
 */
export const naiveSigmoidExpForm = (z: number): number => exp(z) / (1 + exp(z));

/**
 * Softmax after subtracting any c from each logit: e^(z_i − c) / Σ_j e^(z_j − c), as written. In mathematics
 * every c gives the same answer; in floating point only c = max z never fails.
 *
 * @param z C logits
 * @param c what to subtract: 0 gives `naiveSoftmax`, the maximum gives the max-subtraction trick
 * @returns C probabilities, or what is left of them
 */
export function softmaxShiftedBy(
  z: ArrayLike<number>, // the logits
  c: number, // what to subtract
): Float64Array {
  checkVector('z', z);
  const e = Float64Array.from(z, (zi) => exp(zi - c));
  let sum = 0;
  for (const ei of e) sum += ei;
  return e.map((ei) => ei / sum);
}

/**
 * e^(z_i) / Σ_j e^(z_j) as written. NaN where an exponential overflows or all underflow; all 0 where only
 * the sum overflows.
 *
 * Error where nothing leaves the range: at most (n + 3)u, to first order and relative to the largest component
 * (Blanchard, Higham & Higham 2021).
 *
 * @param z C logits
 * @returns C probabilities, or what is left of them
 */
export const naiveSoftmax = (z: ArrayLike<number>): Float64Array => softmaxShiftedBy(z, 0);

/**
 * log Σ_j e^(z_j) as written. Infinity where an exponential or the sum overflows, −Infinity where all underflow.
 *
 * @param z C logits
 * @returns the log of the sum, or what is left of it
 */
export function naiveLogSumExp(z: ArrayLike<number>): number {
  checkVector('z', z);
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += exp(z[i]!);
  return log(sum);
}

/**
 * The logarithm of naive softmax, log(e^(z_i) / Σ_j e^(z_j)), as written.
 *
 * @param z C logits
 * @returns C log-probabilities, or what is left of them
 */
export const naiveLogSoftmax = (z: ArrayLike<number>): Float64Array => naiveSoftmax(z).map((p) => log(p));
