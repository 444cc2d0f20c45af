import { checkTemperature, checkVector, outputOf } from './arguments.ts';
import { add, exactly, negative } from './double-double.ts';
import { expsInto, logOf, roundedExp, shiftBy, sumOfExps } from './exp.ts';
import { gap, partition } from './partition.ts';

/** What `softmax` and `logSoftmax` can be told. */
export interface SoftmaxOptions {
  /** T in softmax(z/T): below 1 sharpens, above 1 flattens. Positive and finite; 1 if absent. */
  temperature?: number | undefined;
  /** Where to write the result: as long as the logits, and either they or no part of them; a new array if absent. */
  out?: Float64Array | undefined;
}

/**
 * Softmax: p_i = e^(z_i/T) / Σ_j e^(z_j/T), the probabilities of C classes that exclude each other.
 *
 * Error: 0.502 ulp in any component at worst, measured (page /accuracy/), and 0.505 in a search of a hundred million
 * components for worse, whatever the spread of the logits. Computing
 * e^(z − max)/Σ as written has, to first order and relative to the largest component, a bound of
 * (n + 2 + 2(max − min))u, and in a small component up to about 512 ulp, as z − max is rounded. See Blanchard, Higham &
 * Higham, “Accurately computing the log-sum-exp and softmax functions”, 2021.
 *
 * @param z C logits
 * @param options temperature and output array
 * @returns C probabilities; [] for no logits; NaN each if a logit is NaN or Infinity, or if all are −Infinity
 * @throws RangeError if the temperature is not positive and finite or `out` is not of length C
 */
export function softmax(z: ArrayLike<number>, options: SoftmaxOptions = {}): Float64Array {
  checkVector('z', z);
  const { temperature = 1 } = options;
  checkTemperature(temperature);
  const out = outputOf(options.out, z.length);
  // The loops are compiled for one kind of array; any other is first copied to where the result goes.
  if (!(z instanceof Float64Array)) for (let i = 0; i < out.length; i++) out[i] = z[i]!;
  const logits = z instanceof Float64Array ? z : out;
  let max = -Infinity;
  for (let i = 0; i < logits.length; i++) if (logits[i]! > max) max = logits[i]!;
  if (temperature === 1 && Math.abs(max) <= 600) {
    // No logit is subtracted from another, so that no difference is rounded: each is reduced to steps by itself, and
    // what is subtracted is steps. The result is e^(z − LSE): there is no division to round either.
    const shift = shiftBy(exactly(max));
    const log = shiftBy(logOf(sumOfExps(logits, shift)));
    return expsInto(out, logits, { steps: shift.steps + log.steps, rest: log.rest });
  }
  const all = partition(logits, temperature);
  if (!(Math.abs(all.max) < Infinity)) return out.fill(NaN);
  const minusLog = negative(all.log);
  for (let i = 0; i < out.length; i++) out[i] = roundedExp(add(gap(logits[i]!, all.max, temperature), minusLog));
  return out;
}
