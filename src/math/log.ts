import { add, exactly, nearest, type DoubleDouble } from './double-double.ts';
import { logOf, smallLog1pOf } from './exp.ts';

/** log(1 + u) as a double-double, to about 64 bits, for a finite u > −1. */
export const log1pOf = (u: DoubleDouble): DoubleDouble =>
  Math.abs(u.hi) < 0.0003 ? smallLog1pOf(u) : logOf(add(exactly(1), u));

/**
 * The natural logarithm.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param x any number
 * @returns log x: −Infinity for 0, NaN below 0 and for NaN
 */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 && x < Infinity ? nearest(logOf(exactly(x))) : x > 0 ? x : NaN;
}

/**
 * log(1 + x) without the cancellation near x = 0.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param x any number
 * @returns log(1 + x): −Infinity for −1, NaN below −1 and for NaN
 */
export function log1p(x: number): number {
  // Below 2^−54 in size, x²/2 is less than half a unit in the last place of x.
  if (Math.abs(x) < 1 / 18014398509481984) return x;
  if (x === -1) return -Infinity;
  return x > -1 && x < Infinity ? nearest(log1pOf(exactly(x))) : x > 0 ? x : NaN;
}
