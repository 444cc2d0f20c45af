import { checkVector, outputOf } from './arguments.ts';
import { logSoftmax } from './log-sum-exp.ts';
import { softmax, type SoftmaxOptions } from './softmax.ts';

/** Applies `f` to every line of a row-major array of the given shape that runs along `axis`. */
function alongAxis(
  f: (z: ArrayLike<number>, options: SoftmaxOptions) => Float64Array,
  data: ArrayLike<number>,
  shape: readonly number[],
  axis: number,
  options: SoftmaxOptions,
): Float64Array {
  checkVector('data', data);
  if (!Array.isArray(shape) || shape.length === 0 || !shape.every((n) => Number.isInteger(n) && n >= 0)) {
    throw new RangeError(`shape: [${String(shape)}]; expected one non-negative integer or more`);
  }
  const size = shape.reduce((product, n) => product * n, 1);
  if (size !== data.length) {
    throw new RangeError(`data.length: ${data.length}; expected ${size}, the product of shape [${shape.join(', ')}]`);
  }
  const rank = shape.length;
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
    throw new RangeError(`axis: ${axis}; expected an integer from ${-rank} to ${rank - 1}`);
  }
  const at = axis < 0 ? axis + rank : axis;
  const n = shape[at]!;
  const stride = shape.slice(at + 1).reduce((product, m) => product * m, 1);
  const out = outputOf(options.out, size);
  const line = new Float64Array(n);
  for (let start = 0; start < size; start++) {
    if (Math.floor(start / stride) % n !== 0) continue;
    for (let i = 0; i < n; i++) line[i] = data[start + i * stride]!;
    f(line, { temperature: options.temperature, out: line });
    for (let i = 0; i < n; i++) out[start + i * stride] = line[i]!;
  }
  return out;
}

/**
 * Softmax of every line along one axis of a matrix (or of an array of any rank).
 *
 * @param data the entries in row-major order
 * @param shape the length of each axis, for example [rows, columns]
 * @param axis which axis sums to 1: 0 … rank − 1, or −1 for the last, −2 for the one before it, …
 * @param options temperature and output array
 * @returns the probabilities, in the shape and order of `data`
 * @throws RangeError if shape and data disagree, if there is no such axis, or as `softmax` does
 */
export function softmaxAlongAxis(
  data: ArrayLike<number>,
  shape: readonly number[],
  axis: number,
  options: SoftmaxOptions = {},
): Float64Array {
  return alongAxis(softmax, data, shape, axis, options);
}

/**
 * Log-softmax of every line along one axis of a matrix (or of an array of any rank).
 *
 * @param data the entries in row-major order
 * @param shape the length of each axis, for example [rows, columns]
 * @param axis whose exponentials sum to 1: 0 … rank − 1, or −1 for the last, −2 for the one before it, …
 * @param options temperature and output array
 * @returns the log-probabilities, in the shape and order of `data`
 * @throws RangeError if shape and data disagree, if there is no such axis, or as `logSoftmax` does
 */
export function logSoftmaxAlongAxis(
  data: ArrayLike<number>,
  shape: readonly number[],
  axis: number,
  options: SoftmaxOptions = {},
): Float64Array {
  return alongAxis(logSoftmax, data, shape, axis, options);
}
