/**
 * Exact numbers by BigInt: fractions, and intervals as narrow as one likes around exponentials and logarithms. Slow
 * (some tens of microseconds an operation), and needed only where a step must be a fact about a format.
 */
import { bitsOf, twoTo } from './bits.ts';
import { type Format } from './formats.ts';

/** numerator/denominator, with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** The number of bits of a positive integer. */
function bitLength(n: bigint): number {
  const hex = n.toString(16);
  return 4 * hex.length - Math.clz32(parseInt(hex[0]!, 16)) + 28;
}

/** numerator · 2^exponent. */
export const dyadic = (numerator: bigint, exponent: number): Fraction =>
  exponent >= 0
    ? { numerator: numerator << BigInt(exponent), denominator: 1n }
    : { numerator, denominator: 1n << BigInt(-exponent) };

/** A finite float64 as significand · 2^exponent. */
function parts(x: number): { significand: bigint; exponent: number } {
  const bits = bitsOf(Math.abs(x));
  const field = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const size = field === 0 ? fraction : fraction + 0x10000000000000n;
  return { significand: x < 0 ? -size : size, exponent: Math.max(field, 1) - 1075 };
}

/** The exact value of a finite float64. */
export function fractionOf(x: number): Fraction {
  const { significand, exponent } = parts(x);
  return dyadic(significand, exponent);
}

export const add = (x: Fraction, y: Fraction): Fraction => ({
  numerator: x.numerator * y.denominator + y.numerator * x.denominator,
  denominator: x.denominator * y.denominator,
});

export const multiply = (x: Fraction, y: Fraction): Fraction => ({
  numerator: x.numerator * y.numerator,
  denominator: x.denominator * y.denominator,
});

/** x/y for y ≠ 0. */
export const divide = (x: Fraction, y: Fraction): Fraction =>
  y.numerator > 0n
    ? multiply(x, { numerator: y.denominator, denominator: y.numerator })
    : multiply(x, { numerator: -y.denominator, denominator: -y.numerator });

/**
 * The value of a format nearest to a fraction, ties to even, with gradual underflow.
 *
 * @returns the value (±Infinity beyond the range, NaN where the format has no Infinity), and whether it is too large
 */
export function roundFraction(x: Fraction, format: Format): { value: number; overflow: boolean } {
  const size = abs(x.numerator);
  if (size === 0n) return { value: 0, overflow: false };
  // floor(log₂ size), or one more.
  let exponent = bitLength(size) - bitLength(x.denominator);
  if (compareToPower(size, x.denominator, exponent) < 0) exponent--;
  const unit = Math.max(exponent, 1 - format.bias) - format.fractionBits;
  const scaled = unit >= 0 ? size : size << BigInt(-unit);
  const divisor = unit >= 0 ? x.denominator << BigInt(unit) : x.denominator;
  let steps = scaled / divisor;
  const twice = 2n * (scaled % divisor);
  if (twice > divisor || (twice === divisor && steps % 2n === 1n)) steps++;
  // Far beyond the range, the unit is no float64 either.
  const rounded = exponent > format.bias + 1 ? Infinity : Number(steps) * twoTo(unit);
  const overflow = rounded > format.largest;
  const value = overflow ? (format.hasInfinity ? Infinity : NaN) : rounded;
  return { value: x.numerator < 0n ? -value : value, overflow };
}

/** Whether n/d is less than (−1), equal to (0) or more than (1) 2^exponent. */
function compareToPower(n: bigint, d: bigint, exponent: number): number {
  const left = exponent >= 0 ? n : n << BigInt(-exponent);
  const right = exponent >= 0 ? d << BigInt(exponent) : d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A fraction as text: up to `digits` significant digits, cut off and followed by … where there are more, with an
 * exponent of ten where it would begin with many zeros or has more digits before the point.
 */
export function decimalText(x: Fraction, digits = 40): string {
  const size = abs(x.numerator);
  if (size === 0n) return '0';
  const sign = x.numerator < 0n ? '-' : '';
  const powerOfTen = (n: number): bigint => 10n ** BigInt(n);
  let exponent = Math.floor((bitLength(size) - bitLength(x.denominator)) * 0.30102999566398);
  let [quotient, rest] = [0n, 0n];
  for (;;) {
    const shift = digits - 1 - exponent;
    const n = shift >= 0 ? size * powerOfTen(shift) : size;
    const d = shift >= 0 ? x.denominator : x.denominator * powerOfTen(-shift);
    [quotient, rest] = [n / d, n % d];
    if (quotient >= powerOfTen(digits)) exponent++;
    else if (quotient < powerOfTen(digits - 1)) exponent--;
    else break;
  }
  const more = rest === 0n ? '' : '…';
  const text = more ? String(quotient) : String(quotient).replace(/0+$/, '');
  if (exponent < -7 || exponent >= Math.max(21, digits)) {
    const point = text.length > 1 ? `${text[0]}.${text.slice(1)}` : text;
    return `${sign}${point}${more}e${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${text}${more}`;
  const whole = text.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = text.slice(exponent + 1);
  return `${sign}${whole}${fraction || more ? '.' : ''}${fraction}${more}`;
}

/** Something between low · 2^exponent and high · 2^exponent. */
interface Interval {
  readonly low: bigint;
  readonly high: bigint;
  readonly exponent: number;
}

/** n · 2^exponent, give or take 2^40 · 2^exponent: more than the errors of every series below. */
const around = (n: bigint, exponent: number): Interval => ({ low: n - (1n << 40n), high: n + (1n << 40n), exponent });

/** n · 2^by, rounded down. */
const shift = (n: bigint, by: number): bigint => (by >= 0 ? n << BigInt(by) : n >> BigInt(-by));

/** 2^bits · artanh(1/n), to within as many units as it has terms. */
function artanhOfInverse(n: bigint, bits: number): bigint {
  let power = (1n << BigInt(bits)) / n;
  let sum = 0n;
  for (let k = 1n; power > 0n; k += 2n) {
    sum += power / k;
    power /= n * n;
  }
  return sum;
}

/** 2^bits · ln 2, to within 2^16 units: 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
const ln2 = (bits: number): bigint =>
  18n * artanhOfInverse(26n, bits) - 2n * artanhOfInverse(4801n, bits) + 8n * artanhOfInverse(8749n, bits);

/** e^x for |x| < 2^14: e^r · 2^k, where x = k·ln 2 + r. */
function expInterval(x: number, bits: number): Interval {
  const { significand, exponent } = parts(x);
  const k = Math.round(x * 1.4426950408889634);
  const work = bits + 64;
  const r = shift(significand, exponent + work) - BigInt(k) * ln2(work);
  let term = 1n << BigInt(work);
  let sum = term;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * r) >> BigInt(work)) / n;
    sum += term;
  }
  return around(sum, k - work);
}

/** log x for a positive fraction: log m + k·ln 2, where x = 2^k · m with m from ¾ to 3/2. */
function logInterval(x: Fraction, bits: number): Interval {
  let k = bitLength(x.numerator) - bitLength(x.denominator);
  let m = multiply(x, dyadic(1n, -k));
  if (4n * m.numerator < 3n * m.denominator) m = multiply(x, dyadic(1n, -(--k)));
  if (2n * m.numerator >= 3n * m.denominator) m = multiply(x, dyadic(1n, -++k));
  const work = bits + 64;
  const s = ((m.numerator - m.denominator) << BigInt(work)) / (m.numerator + m.denominator);
  const square = (s * s) >> BigInt(work);
  let power = s;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> BigInt(work);
  }
  return around(2n * sum + (k === 0 ? 0n : BigInt(k) * ln2(work)), -work);
}

/** σ(x) for |x| < 2^14: 1/(1 + E) or E/(1 + E), where E = e^−|x|. */
function sigmoidInterval(x: number, bits: number): Interval {
  const { low, high, exponent } = expInterval(-Math.abs(x), bits);
  const one = 1n << BigInt(bits);
  const least = one + shift(low, exponent + bits);
  const most = one + shift(high, exponent + bits) + 1n;
  if (x >= 0) return { low: (one * one) / most, high: (one * one) / least + 1n, exponent: -bits };
  return { low: (low * one) / most, high: (high * one) / least + 1n, exponent };
}

/** The functions whose results are no fractions, to about so many bits. */
const intervals = {
  exp: expInterval,
  log: (x: number, bits: number) => logInterval(fractionOf(x), bits),
  log1p: (x: number, bits: number) => logInterval(add(fractionOf(x), fractionOf(1)), bits),
  sigmoid: sigmoidInterval,
};

/** A function whose results are almost never fractions. */
export type Transcendental = keyof typeof intervals;

/**
 * A transcendental function, correctly rounded: computed with more and more bits until both ends of the interval
 * round to the same value and begin with the same digits (Ziv, “Fast evaluation of elementary mathematical functions with correctly rounded last
 * bit”, 1991).
 *
 * @param name the function
 * @param x a finite argument where the function is finite and the result is no fraction
 * @param format what to round to
 * @returns the rounded value, whether it overflowed, and the exact result as text
 */
export function roundTranscendental(
  name: Transcendental,
  x: number,
  format: Format,
): { value: number; overflow: boolean; text: string } {
  // Beyond, every format of this course overflows or underflows, and the digits would fill pages.
  if ((name === 'exp' || name === 'sigmoid') && Math.abs(x) > 10000) return beyond(name, x, format);
  for (let bits = 192; ; bits *= 2) {
    const { low, high, exponent } = intervals[name](x, bits);
    if (low > 0n !== high > 0n) continue;
    const [from, to] = [dyadic(low, exponent), dyadic(high, exponent)];
    const rounded = roundFraction(from, format);
    if (!Object.is(rounded.value, roundFraction(to, format).value)) continue;
    const text = decimalText(from, 30);
    if (text === decimalText(to, 30)) return { ...rounded, text };
  }
}

function beyond(
  name: 'exp' | 'sigmoid',
  x: number,
  format: Format,
): { value: number; overflow: boolean; text: string } {
  if (x < 0) return { value: 0, overflow: false, text: `e^${x}` };
  if (name === 'sigmoid') return { value: 1, overflow: false, text: `1 − e^−${x}` };
  return { value: format.hasInfinity ? Infinity : NaN, overflow: true, text: `e^${x}` };
}
