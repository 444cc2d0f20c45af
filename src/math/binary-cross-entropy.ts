import { checkProbability } from './arguments.ts';
import { add, exactly, nearest, productOf, sumOf } from './double-double.ts';
import { log, log1p } from './log.ts';
import { sigmoid, sigmoidOf } from './sigmoid.ts';
import { softplusCorrection } from './softplus.ts';

/**
 * Binary cross-entropy from a logit: −y·log σ(z) − (1 − y)·log σ(−z).
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param z a logit, any number
 * @param y the target, a probability in [0, 1] (usually 0 or 1)
 * @returns the loss ≥ 0, in nats; NaN for a NaN logit
 * @throws RangeError if y lies outside [0, 1]
 */
export function binaryCrossEntropyWithLogits(z: number, y: number): number {
  checkProbability('y', y);
  const correction = softplusCorrection(z);
  // The loss is (1 − y)·z plus the correction where z > 0, and y·|z| plus the correction elsewhere.
  const weight = z > 0 ? sumOf(1, -y) : exactly(y);
  if (weight.hi === 0) return nearest(correction);
  if (!(Math.abs(z) < Infinity)) return Math.abs(z);
  const size = Math.abs(z);
  return nearest(add(add(productOf(weight.hi, size), exactly(weight.lo * size)), correction));
}

/**
 * The gradient of `binaryCrossEntropyWithLogits` with respect to the logit: σ(z) − y.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/); where the terms cancel, of the target.
 *
 * @param z a logit, any number
 * @param y the target, a probability in [0, 1]
 * @returns the slope of the loss, in [−1, 1]; NaN for a NaN logit
 * @throws RangeError if y lies outside [0, 1]
 */
export function binaryCrossEntropyWithLogitsGradient(z: number, y: number): number {
  checkProbability('y', y);
  if (y === 0) return sigmoid(z);
  if (y === 1) return 0 - sigmoid(-z);
  return Math.abs(z) > 50 ? sigmoid(z) - y : nearest(add(sigmoidOf(z), exactly(-y)));
}

/**
 * Binary cross-entropy from a probability, as frameworks define it: −y·log p − (1 − y)·log(1 − p), each
 * logarithm clamped to at least −100. What sigmoid lost in rounding p is lost here too: prefer
 * `binaryCrossEntropyWithLogits`.
 *
 * @param p the predicted probability, in [0, 1]
 * @param y the target, a probability in [0, 1]
 * @returns the loss, from 0 to 100, in nats
 * @throws RangeError if p or y lies outside [0, 1]
 */
export function binaryCrossEntropy(p: number, y: number): number {
  checkProbability('p', p);
  checkProbability('y', y);
  return -y * Math.max(log(p), -100) - (1 - y) * Math.max(log1p(-p), -100);
}

/**
 * The gradient of `binaryCrossEntropy` with respect to p, as PyTorch computes it:
 * (p − y) / max(p(1 − p), 10⁻¹²). Times `sigmoidDerivative` it is what reaches the logit.
 *
 * @param p the predicted probability, in [0, 1]
 * @param y the target, a probability in [0, 1]
 * @returns the slope of the loss with respect to p
 * @throws RangeError if p or y lies outside [0, 1]
 */
export function binaryCrossEntropyGradient(p: number, y: number): number {
  checkProbability('p', p);
  checkProbability('y', y);
  return (p - y) / Math.max(p * (1 - p), 1e-12);
}
