import { checkIndex, checkTemperature, checkVector } from './arguments.ts';
import { add, nearest, negative, sumOf } from './double-double.ts';
import { gap, partition } from './partition.ts';
import { softmax, type SoftmaxOptions } from './softmax.ts';

/**
 * Cross-entropy of the class that was right: −log softmax(z/T)_c, computed from the logits.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param z C logits
 * @param classIndex c, the index of the right class, from 0
 * @param options temperature (1 if absent)
 * @returns the loss ≥ 0, in nats; NaN where log-softmax is
 * @throws RangeError if there is no such class, or the temperature is not positive and finite
 */
export function crossEntropyWithLogits(
  z: ArrayLike<number>,
  classIndex: number,
  options: Pick<SoftmaxOptions, 'temperature'> = {},
): number {
  checkVector('z', z);
  checkIndex('classIndex', classIndex, z.length);
  const { temperature = 1 } = options;
  checkTemperature(temperature);
  const { max, log } = partition(z, temperature);
  if (!(Math.abs(max) < Infinity)) return NaN;
  return nearest(add(log, negative(gap(z[classIndex]!, max, temperature))));
}

/** 1 − p_i of a distribution, as the sum of the others where p_i is large: the subtraction would lose their digits. */
export function complement(p: Float64Array, index: number): number {
  if (p[index]! < 0.5) return 1 - p[index]!;
  let sum = 0;
  let rest = 0;
  for (let i = 0; i < p.length; i++) {
    if (i === index) continue;
    const total = sumOf(sum, p[i]!);
    sum = total.hi;
    rest += total.lo;
  }
  return sum + rest;
}

/**
 * The gradient of `crossEntropyWithLogits` with respect to the logits: (p − onehot(c)) / T.
 *
 * Error: that of softmax; for the right class the sum of the others’ probabilities, which keeps its digits where the
 * class is almost certain.
 *
 * @param z C logits
 * @param classIndex c, the index of the right class, from 0
 * @param options temperature and output array
 * @returns C slopes, which sum to 0
 * @throws RangeError if there is no such class, or as `softmax` does
 */
export function crossEntropyWithLogitsGradient(
  z: ArrayLike<number>,
  classIndex: number,
  options: SoftmaxOptions = {},
): Float64Array {
  checkVector('z', z);
  checkIndex('classIndex', classIndex, z.length);
  const gradient = softmax(z, options);
  const { temperature = 1 } = options;
  gradient[classIndex] = -complement(gradient, classIndex);
  if (temperature !== 1) for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i]! / temperature;
  return gradient;
}

/**
 * Negative log-likelihood as frameworks define it: minus the entry of the right class. It takes
 * log-probabilities and applies no logarithm of its own.
 *
 * @param logP C log-probabilities, for example from `logSoftmax`
 * @param classIndex the index of the right class, from 0
 * @returns −logP[classIndex], in nats
 * @throws RangeError if there is no such class
 */
export function negativeLogLikelihood(logP: ArrayLike<number>, classIndex: number): number {
  checkVector('logP', logP);
  checkIndex('classIndex', classIndex, logP.length);
  return -logP[classIndex]!;
}
