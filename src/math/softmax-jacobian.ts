import { complement } from './cross-entropy.ts';
import { softmax, type SoftmaxOptions } from './softmax.ts';

/**
 * The Jacobian of softmax: ∂p_i/∂z_j = p_i(δ_ij − p_j)/T.
 *
 * @param z C logits
 * @param options temperature (1 if absent)
 * @returns the C × C matrix in row-major order: entry (i, j) stands at i·C + j; it is symmetric, its rows sum to 0
 * @throws RangeError if the temperature is not positive and finite
 */
export function softmaxJacobian(z: ArrayLike<number>, options: Pick<SoftmaxOptions, 'temperature'> = {}): Float64Array {
  const p = softmax(z, { temperature: options.temperature });
  const { temperature = 1 } = options;
  const n = p.length;
  const jacobian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      jacobian[i * n + j] = (i === j ? p[i]! * complement(p, i) : -p[i]! * p[j]!) / temperature;
    }
  }
  return jacobian;
}
