import { exponentOf, twoTo } from '../../math/bits.ts';
import { add, divide, exactly, multiply, nearest, productOf, type DoubleDouble } from '../../math/double-double.ts';
import { expOf, exp, logOf, roundedExp } from '../../math/exp.ts';
import { log1p } from '../../math/log.ts';

/** 1/ln 2 as a double-double. */
const perLog2: DoubleDouble = { hi: 1.4426950408889634, lo: 2.0355273740931033e-17 };

/**
 * The logarithm to base 2; exact for powers of two.
 *
 * @param x any number
 * @returns log₂ x: −Infinity for 0, NaN below 0 and for NaN
 */
export function log2(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0 && x < Infinity)) return x > 0 ? x : NaN;
  const exponent = exponentOf(x);
  if (x === twoTo(exponent)) return exponent;
  return nearest(multiply(logOf(exactly(x)), perLog2));
}

/** 1/ln 10 as a double-double. */
const perLog10: DoubleDouble = { hi: 0.4342944819032518, lo: 1.098319650216765e-17 };

/**
 * The logarithm to base 10; exact for powers of ten.
 *
 * @param x any number
 * @returns log₁₀ x: −Infinity for 0, NaN below 0 and for NaN
 */
export function log10(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 && x < Infinity ? nearest(multiply(logOf(exactly(x)), perLog10)) : x > 0 ? x : NaN;
}

/**
 * The hyperbolic tangent, (e^2x − 1)/(e^2x + 1) by double-doubles; near 0 its series, where that would cancel.
 *
 * @param x any number
 * @returns tanh x: ±1 beyond ±19.1, ±0 for ±0, NaN for NaN
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return x > 0 ? 1 : -1;
  if (x !== x || size < 1e-9) return x;
  if (size < 0.002) {
    const square = x * x;
    return x - x * square * (1 / 3 - square * (2 / 15 - (square * 17) / 315));
  }
  const e = expOf(exactly(2 * size));
  const y = nearest(divide(add(e, exactly(-1)), add(e, exactly(1))));
  return x < 0 ? -y : y;
}

/**
 * x to the power y, e^(y · log x) by double-doubles; where the result is exact, it is given exactly.
 *
 * @param x any number
 * @param y any number
 * @returns what IEEE 754 says of `pow`: 1 for y = 0 or x = 1, even of NaN; NaN for a negative x and a y with a fraction
 */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (size === 1 && Math.abs(y) === Infinity) return 1;
  const odd = Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
  const sign = odd && (x < 0 || Object.is(x, -0)) ? -1 : 1;
  if (size === 0 || size === Infinity || Math.abs(y) === Infinity) {
    return sign * (size > 1 === y > 0 ? Infinity : 0);
  }
  if (x < 0 && y % 1 !== 0) return NaN;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 0.5) return Math.sqrt(x);
  const log = logOf(exactly(size));
  if (Math.abs(y * log.hi) > 800) return sign * (y > 0 === log.hi > 0 ? Infinity : 0);
  // By two products, each exact, as y may have 53 bits itself.
  const product = productOf(log.hi, y);
  const result = roundedExp(add(product, exactly(log.lo * y)));
  // The result may be a float64 itself (10³, 4^1.5): where a small integer power gives it exactly, that one counts.
  if (Number.isInteger(y) && y > 0 && y <= 64) {
    let whole = 1;
    for (let i = 0; i < y; i++) whole *= size;
    if (Number.isSafeInteger(whole)) return sign * whole;
  }
  return sign * result;
}

/**
 * log(e^a + e^b), without leaving the range on the way.
 *
 * @param a any number
 * @param b any number
 * @returns the larger plus log(1 + e^−|a − b|); a + log 2 where both are equal, infinite ones too
 */
export function logAddExp(a: number, b: number): number {
  if (a === b) return a + 0.6931471805599453;
  const difference = a - b;
  if (difference > 0) return a + log1p(exp(-difference));
  if (difference <= 0) return b + log1p(exp(difference));
  return difference;
}
