import { divide, exactly, scale, sumOf, type DoubleDouble } from './double-double.ts';
import { expOf, scaledDown } from './exp.ts';
import { log1pOf } from './log.ts';

/** What exponentials are multiplied by while they are summed, 2^128, so that they don't underflow. */
const up = 128;
const scaleUp = 340282366920938463463374607431768211456;

/**
 * The largest of the logits and how the others stand to it: log Σ_j e^((z_j − max)/T), from which softmax,
 * log-softmax, log-sum-exp and cross-entropy follow. All are to about 64 bits.
 */
export interface Partition {
  /** The largest logit: NaN if one is NaN, −Infinity if there is none. */
  max: number;
  /** Where it (first) stands. */
  index: number;
  /** log Σ_j e^((z_j − max)/T) ≥ 0; not a number unless `max` is finite. */
  log: DoubleDouble;
}

/** The index of the first of the largest entries, or of a NaN; −1 if there are no entries. */
function indexOfLargest(z: ArrayLike<number>): number {
  let index = z.length - 1;
  for (let i = index; i >= 0 && z[index] === z[index]; i--) if (!(z[i]! < z[index]!)) index = i;
  return index;
}

/** (z − max)/T ≤ 0 as a double-double, of which the difference is exact. */
export function gap(z: number, max: number, temperature: number): DoubleDouble {
  // Where the difference may overflow, all three are made smaller; what the smallest then lose doesn't count.
  if (Math.abs(z) > 1e300 || Math.abs(max) > 1e300) {
    if (z === -Infinity || z === max) return exactly(z === max ? 0 : z);
    return gap(z / scaleUp, max / scaleUp, temperature / scaleUp);
  }
  const difference = sumOf(z, -max);
  return temperature === 1 ? difference : divide(difference, exactly(temperature));
}

/** The partition of logits at a temperature. */
export function partition(z: ArrayLike<number>, temperature: number): Partition {
  const index = indexOfLargest(z);
  const max = index < 0 ? -Infinity : z[index]!;
  if (!(Math.abs(max) < Infinity)) return { max, index, log: exactly(NaN) };
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < z.length; i++) {
    if (i === index) continue;
    const exponent = gap(z[i]!, max, temperature);
    if (exponent.hi < -796) continue;
    const term = expOf(exponent, up);
    const sum = sumOf(hi, term.hi);
    hi = sum.hi;
    lo += sum.lo + term.lo;
  }
  const others = sumOf(hi, lo);
  // Where the others are as good as nothing beside 1, log(1 + others) is others, and may be subnormal.
  const log = others.hi < 1 ? exactly(scaledDown(others)) : log1pOf(scale(others, 1 / scaleUp));
  return { max, index, log };
}
