/**
 * Double-double arithmetic: a number as the unevaluated sum of two float64, good to about 104 bits. With it the
 * functions of this folder round once, at the end.
 *
 * Methods: Dekker, “A floating-point technique for extending the available precision”, 1971; Knuth, “The Art of
 * Computer Programming”, vol. 2, 4.2.2; error bounds: Joldes, Muller & Popescu, “Tight and rigorous error bounds
 * for basic building blocks of double-word arithmetic”, 2017.
 */

/** hi + lo, where lo is at most half a unit in the last place of hi. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** a + b, exactly (TwoSum). */
export function sumOf(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const t = hi - a;
  // Where the sum is infinite, its error is not a number, and there is nothing to correct.
  return { hi, lo: isFinite(hi) ? a - (hi - t) + (b - t) : 0 };
}

/** a + b, exactly, for |a| ≥ |b| or a = 0 (Fast2Sum). */
export function orderedSumOf(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: isFinite(hi) ? b - (hi - a) : 0 };
}

/** a · b, exactly unless it leaves the range of float64 (TwoProduct, by Veltkamp's splitting). */
export function productOf(a: number, b: number): DoubleDouble {
  const hi = a * b;
  // Splitting multiplies by 2²⁷ + 1, which must not overflow.
  if (Math.abs(a) > 1e300) return scale(productOf(a / 1073741824, b), 1073741824);
  if (Math.abs(b) > 1e300) return scale(productOf(a, b / 1073741824), 1073741824);
  const ca = 134217729 * a;
  const cb = 134217729 * b;
  const a1 = ca - (ca - a);
  const b1 = cb - (cb - b);
  const a2 = a - a1;
  const b2 = b - b1;
  return { hi, lo: isFinite(hi) ? a2 * b2 - (hi - a1 * b1 - a2 * b1 - a1 * b2) : 0 };
}

/** x times a power of two, exactly unless it leaves the range of float64. */
export const scale = (x: DoubleDouble, power: number): DoubleDouble => ({ hi: x.hi * power, lo: x.lo * power });

export const negative = (x: DoubleDouble): DoubleDouble => ({ hi: -x.hi, lo: -x.lo });

export function add(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const high = sumOf(x.hi, y.hi);
  const low = sumOf(x.lo, y.lo);
  const sum = orderedSumOf(high.hi, high.lo + low.hi);
  return orderedSumOf(sum.hi, low.lo + sum.lo);
}

export function multiply(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const high = productOf(x.hi, y.hi);
  return orderedSumOf(high.hi, high.lo + (x.hi * y.lo + x.lo * y.hi));
}

export function divide(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const quotient = x.hi / y.hi;
  if (quotient === 0 || !isFinite(quotient)) return { hi: quotient, lo: 0 };
  const back = productOf(quotient, y.hi);
  return orderedSumOf(quotient, (x.hi - back.hi - back.lo + x.lo - quotient * y.lo) / y.hi);
}

/** x as a double-double. */
export const exactly = (x: number): DoubleDouble => ({ hi: x, lo: 0 });

/** The nearest float64. */
export const nearest = (x: DoubleDouble): number => x.hi + x.lo;
