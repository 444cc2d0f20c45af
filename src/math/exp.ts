import { exponentOf, twoTo } from './bits.ts';
import {
  add,
  divide,
  exactly,
  nearest,
  orderedSumOf,
  productOf,
  scale,
  sumOf,
  type DoubleDouble,
} from './double-double.ts';

/**
 * How the exponential is computed. Write x = k·(ln 2)/1024 + r, with an integer k and |r| at most half a step. Then
 * e^x = 2^(k/1024) · e^r: the first factor comes from a table of 1024 entries and a power of two, the second is
 * 1 + r + a polynomial so small that its rounding hardly counts. Every operation is one that IEEE 754 rounds
 * correctly, so every browser computes the same bits, which `Math.exp` does not promise.
 *
 * Method: Tang, “Table-driven implementation of the exponential function in IEEE floating-point arithmetic”, 1989.
 */

/** log₂ of the table's length. */
const tableBits = 10;
const tableLength = 1024;

/** 1024/ln 2, which turns x into k … */
const stepsPerUnit = 1477.3197218702985;
/** … by way of adding and subtracting 1.5 · 2⁵², which leaves the nearest integer … */
const toInteger = 6755399441055744;
/** … and (ln 2)/1024 in two parts; the first has 31 bits, so that k times it is exact for |k| < 2²². */
const stepHigh = 0.0006769015431018488;
const stepLow = 4.137227896298129e-13;

/** The coefficient of r³: 1/6, plus the part of r⁵/120 that a cubic term can stand in for where |r| ≤ (ln 2)/1024. */
const cubic = 0.16666666998667634;
const quartic = 0.041666666666666664;

/** 2^½, 2^¼, … 2^(1/1024), each as two float64. */
const roots = [
  1.4142135623730951, -9.667293313452913e-17, 1.189207115002721, 3.982015231465646e-17, 1.0905077326652577,
  -3.046782079812471e-17, 1.0442737824274138, 8.551889705537965e-17, 1.0218971486541166, 5.109225028973444e-17,
  1.0108892860517005, -1.5234778603368577e-17, 1.0054299011128027, 9.499186535455032e-17, 1.0027112750502025,
  -3.636615928692264e-17, 1.0013547198921082, -1.8973728416792993e-17, 1.0006771306930664, -5.1151232976856676e-17,
];

/** For each j below 1024: 2^(j/1024) rounded, then the rest of it as a fraction of that (`table[2j]`, `table[2j + 1]`). */
const table = /* @__PURE__ */ (() => {
  const entries = new Float64Array(2 * tableLength);
  entries[0] = 1;
  // Root b doubles the number of entries that are known: entry j + step is entry j times the root.
  for (let b = 0, step = tableLength / 2; b < tableBits; b++, step /= 2) {
    const [root, rest] = [roots[2 * b]!, roots[2 * b + 1]!];
    for (let j = 0; j < tableLength; j += 2 * step) {
      const product = productOf(entries[2 * j]!, root);
      const low = product.lo + (entries[2 * j]! * rest + entries[2 * j]! * entries[2 * j + 1]! * root);
      const { hi, lo } = orderedSumOf(product.hi, low);
      entries[2 * (j + step)] = hi;
      entries[2 * (j + step) + 1] = lo / hi;
    }
  }
  return entries;
})();

/** Where 2⁰ stands in `powers`. */
const powersZero = 1022;

/** The powers of two from 2^−1022 to 2^1023. */
const powers = /* @__PURE__ */ (() => {
  const entries = new Float64Array(2046);
  entries[powersZero] = 1;
  for (let n = 1; n <= 1023; n++) entries[powersZero + n] = 2 * entries[powersZero + n - 1]!;
  for (let n = 1; n <= 1022; n++) entries[powersZero - n] = entries[powersZero - n + 1]! / 2;
  return entries;
})();

/**
 * e^(hi + lo) · 2^up as a double-double, to about 70 bits, for |hi + lo + up·ln 2| ≤ 708 and |hi| < 2000. With
 * `up` a sum of exponentials keeps its bits where they underflow.
 */
export function expOf({ hi, lo }: DoubleDouble, up = 0): DoubleDouble {
  const steps = hi * stepsPerUnit + toInteger - toInteger;
  const high = hi - steps * stepHigh;
  const r = high - steps * stepLow;
  const rest = high - r - steps * stepLow + lo;
  const j = (steps & (tableLength - 1)) << 1;
  const base = table[j]! * powers[(steps >> tableBits) + up + powersZero]!;
  const small = table[j + 1]! * (1 + r) + rest * (1 + r) + r * r * (0.5 + r * (1 / 6 + r * (quartic + r / 120)));
  const linear = productOf(base, r);
  const sum = orderedSumOf(base, linear.hi);
  return orderedSumOf(sum.hi, sum.lo + linear.lo + base * small);
}

/**
 * The logarithm of a positive, finite x as a double-double, to about 64 bits, by the same table backwards: x is 2^(k/1024)
 * times 1 + u, with |u| < 0.0005, and log x is k·(ln 2)/1024 + log(1 + u).
 *
 * Method: Tang, “Table-driven implementation of the logarithm function in IEEE floating-point arithmetic”, 1990.
 */
export function logOf(x: DoubleDouble): DoubleDouble {
  const distance = x.hi - 1;
  if (Math.abs(distance) < 0.0003) return smallLog1pOf(orderedSumOf(distance, x.lo));
  const exponent = exponentOf(x.hi);
  // Two factors, as 2^−exponent itself may leave the range.
  const half = exponent >> 1;
  const m = scale(scale(x, twoTo(-half)), twoTo(half - exponent));
  // log₂ m to within 0.00012, by interpolation at Chebyshev points of [1, 2].
  const log2 = -2.49835 + m.hi * (4.02921 + m.hi * (-2.07834 + m.hi * (0.626032 - 0.0784407 * m.hi)));
  const j = Math.round(log2 * tableLength);
  const steps = j + exponent * tableLength;
  const base = j < tableLength ? table[2 * j]! : 2;
  const tail = j < tableLength ? table[2 * j + 1]! : 0;
  const u = divide(sumOf(m.hi - base, m.lo), exactly(base));
  const high = orderedSumOf(steps * stepHigh, steps * stepLow);
  return add(high, smallLog1pOf(orderedSumOf(u.hi, u.lo - tail * (1 + u.hi))));
}

/** log(1 + u) as a double-double, to about 64 bits, for |u| < 0.0006. */
export function smallLog1pOf(u: DoubleDouble): DoubleDouble {
  const square = productOf(u.hi, u.hi);
  const sum = orderedSumOf(u.hi, -square.hi / 2);
  const cube = square.hi * u.hi * (1 / 3 - u.hi * (0.25 - u.hi * (0.2 - u.hi / 6)));
  return orderedSumOf(sum.hi, sum.lo + (u.lo - u.hi * u.lo - square.lo / 2 + cube));
}

/** x · 2^−128, rounded once to the nearest float64, subnormal or not. */
export function scaledDown(x: DoubleDouble): number {
  const down = powers[powersZero - 128]!;
  // 2^−894, of which a unit in the last place is 2^128 times the smallest subnormal.
  const grid = powers[powersZero - 894]!;
  if (x.hi >= grid) return nearest(x) * down;
  const sum = orderedSumOf(grid, x.hi);
  return (sum.hi + (sum.lo + x.lo) - grid) * down;
}

/** e^(x.hi + x.lo), rounded to the nearest float64 (to within 0.501 ulp). */
export function roundedExp(x: DoubleDouble): number {
  // Near the ends of the range, where a low part or the result may be subnormal, the way is by 2^±128.
  if (x.hi < -650) return x.hi < -746 ? 0 : scaledDown(expOf(x, 128));
  if (x.hi > 708) return x.hi > 710 ? Infinity : nearest(expOf(x, -128)) * powers[powersZero + 128]!;
  return nearest(expOf(x));
}

/**
 * The exponential function e^x.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param x any number
 * @returns e^x: 0 below −745.1332191019411, Infinity above 709.782712893384, NaN for NaN
 */
export const exp = (x: number): number => roundedExp(exactly(x));

/**
 * e^x − 1 without the cancellation near x = 0.
 *
 * Error: 0.5000 ulp at worst, measured (page /accuracy/).
 *
 * @param x any number
 * @returns e^x − 1: −1 for −Infinity, Infinity above 709.782712893384, NaN for NaN
 */
export function expm1(x: number): number {
  if (x > 50) return exp(x);
  if (x < -50) return -1;
  if (x === 0) return x;
  // So near 0 the table's entry is 1, and the rest of the exponential is the result.
  if (Math.abs(x) < 0.0003) return x + x * x * (0.5 + x * (1 / 6 + x * (quartic + x / 120)));
  const { hi, lo } = expOf(exactly(x));
  return nearest(add(sumOf(hi, -1), exactly(lo)));
}

/**
 * The shift that brings the logits of one softmax into range: x as a number of steps of (ln 2)/1024, and a rest of at
 * most half a step. Steps are integers, and so the steps of two numbers are subtracted without rounding.
 */
export interface Shift {
  readonly steps: number;
  readonly rest: number;
}

/** The double-double x as a shift, for |x| < 2000. */
export function shiftBy(x: DoubleDouble): Shift {
  const steps = x.hi * stepsPerUnit + toInteger - toInteger;
  return { steps, rest: x.hi - steps * stepHigh - steps * stepLow + x.lo };
}

/**
 * Σ e^(z_i − shift + shift.rest) as a double-double, to about 60 bits. Left out are terms below the normal numbers,
 * which don't count beside the largest, and those of NaN.
 *
 * This loop and the next have the exponential written into them, without a call, for speed.
 *
 * @param z the logits
 * @param shift the largest of them, at most 600 in size
 */
export function sumOfExps(z: Float64Array, shift: Shift): DoubleDouble {
  const mantissas = table;
  const scales = powers;
  const offset = shift.steps | 0;
  const lowest = (shift.steps - powersZero * tableLength) / stepsPerUnit;
  // The sum starts from 1, so that it is never smaller than what is added to it.
  let sum = 1;
  let errors = 0;
  for (let i = 0; i < z.length;) {
    // After each block the errors are moved into the sum; else they would grow, and make errors of their own.
    for (const end = Math.min(i + 16, z.length); i < end; i++) {
      const zi = z[i]!;
      if (zi >= lowest) {
        const steps = zi * stepsPerUnit + toInteger - toInteger;
        const r = zi - steps * stepHigh - steps * stepLow;
        const k = (steps | 0) - offset;
        const j = (k & (tableLength - 1)) << 1;
        const base = mantissas[j]! * scales[(k >> tableBits) + powersZero]!;
        const total = sum + base;
        errors += base - (total - sum) + base * (r + (mantissas[j + 1]! + r * r * (0.5 + r * (cubic + r * quartic))));
        sum = total;
      }
    }
    const total = sum + errors;
    errors -= total - sum;
    sum = total;
  }
  return sumOf(sum - 1, errors);
}

/**
 * Writes e^(z_i − shift) into `out`, rounded to the nearest float64 (to within 0.502 ulp); NaN each if a logit is NaN.
 *
 * @param out where to write; may be `z` itself
 * @param z the logits
 * @param shift what is subtracted from them: at least the largest logit, and at most 650 in size
 */
export function expsInto(out: Float64Array, z: Float64Array, shift: Shift): Float64Array {
  const mantissas = table;
  const scales = powers;
  const offset = shift.steps | 0;
  const rest = shift.rest;
  // Below, e^r − 1 times the power of two may be subnormal.
  const lowest = (shift.steps - (powersZero - 64) * tableLength) / stepsPerUnit;
  let all = true;
  for (let i = 0; i < z.length; i++) {
    const zi = z[i]!;
    let e = zi;
    if (zi >= lowest) {
      const steps = zi * stepsPerUnit + toInteger - toInteger;
      const r = zi - steps * stepHigh - steps * stepLow - rest;
      const k = (steps | 0) - offset;
      const j = (k & (tableLength - 1)) << 1;
      const base = mantissas[j]! * scales[(k >> tableBits) + powersZero]!;
      e = base + base * (r + (mantissas[j + 1]! + r * r * (0.5 + r * (cubic + r * quartic))));
    } else {
      all = false;
    }
    out[i] = e;
  }
  // Still to do are NaN and the logits below `lowest`, which is negative; exponentials are not.
  for (let i = 0; !all && i < out.length; i++) {
    const zi = out[i]!;
    if (zi >= 0) continue;
    if (zi !== zi) return out.fill(NaN);
    const difference = sumOf(zi, -shift.steps * stepHigh);
    out[i] = roundedExp(orderedSumOf(difference.hi, difference.lo - shift.steps * stepLow - rest));
  }
  return out;
}
