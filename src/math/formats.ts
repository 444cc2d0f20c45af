import { exponentOf, twoTo } from './bits.ts';
import { entryOf } from './arguments.ts';

/** The float formats that this course compares. */
export type FormatName = 'float64' | 'float32' | 'float16' | 'bfloat16' | 'float8_e4m3fn' | 'float8_e5m2';

/** A binary float format: one sign bit, an exponent field, a fraction field. */
export interface Format {
  readonly name: FormatName;
  /** Bits in all: signBits + exponentBits + fractionBits. */
  readonly bits: number;
  readonly signBits: 1;
  readonly exponentBits: number;
  readonly fractionBits: number;
  /** What the exponent field exceeds the exponent by. */
  readonly bias: number;
  /** Whether overflow gives ±Infinity; where not, it gives NaN. */
  readonly hasInfinity: boolean;
  /** The largest finite value. */
  readonly largest: number;
  /** The smallest positive value with a leading 1 before the point. */
  readonly smallestNormal: number;
  /** The smallest positive value. */
  readonly smallestSubnormal: number;
  /** The distance from 1 to the next larger value. */
  readonly epsilon: number;
}

function format(name: FormatName, exponentBits: number, fractionBits: number, hasInfinity = true): Format {
  const bias = twoTo(exponentBits - 1) - 1;
  const smallestNormal = twoTo(1 - bias);
  const epsilon = twoTo(-fractionBits);
  return {
    name,
    bits: 1 + exponentBits + fractionBits,
    signBits: 1,
    exponentBits,
    fractionBits,
    bias,
    hasInfinity,
    // Without Infinity the topmost exponent holds numbers too, all but the last of them: that one is NaN.
    largest: hasInfinity ? (2 - epsilon) * twoTo(bias) : (2 - 2 * epsilon) * twoTo(bias + 1),
    smallestNormal,
    smallestSubnormal: smallestNormal * epsilon,
    epsilon,
  };
}

/**
 * The formats by name. float64, float32 and float16 are IEEE 754-2019; bfloat16 is the upper half of float32;
 * the two of 8 bits are those of Micikevicius et al., “FP8 formats for deep learning”, 2022 (arXiv 2209.05433).
 */
export const formats: Readonly<Record<FormatName, Format>> = /* @__PURE__ */ (() => ({
  float64: format('float64', 11, 52),
  float32: format('float32', 8, 23),
  float16: format('float16', 5, 10),
  bfloat16: format('bfloat16', 8, 7),
  float8_e4m3fn: format('float8_e4m3fn', 4, 3, false),
  float8_e5m2: format('float8_e5m2', 5, 2),
}))();

/** A format itself or looked up by its name. */
export const formatOf = (format: Format | FormatName): Format =>
  typeof format === 'string' ? entryOf('format', formats, format) : format;

/** The spacing of `format` where |x| lies, for a finite x. */
const spacing = (x: number, { bias, fractionBits }: Format): number =>
  twoTo((x === 0 ? 1 - bias : Math.max(exponentOf(x), 1 - bias)) - fractionBits);

/**
 * The value of a format nearest to x: one direct rounding, ties to even, gradual underflow.
 *
 * @param x any number
 * @param format the format (or its name) to round to
 * @returns the nearest value. Beyond the largest: ±Infinity, or NaN where the format has no Infinity
 * @throws RangeError if there is no such format
 */
export function round(x: number, format: Format | FormatName): number {
  const f = formatOf(format);
  if (f.name === 'float64' || x === 0 || x !== x) return x;
  let size = Math.abs(x);
  if (size < Infinity) {
    const unit = spacing(x, f);
    // Adding and subtracting 1.5 · 2⁵² leaves the nearest integer, ties to even: the sum has no room for a fraction.
    size = (size / unit + 6755399441055744 - 6755399441055744) * unit;
  }
  if (size > f.largest) size = f.hasInfinity ? Infinity : NaN;
  return x < 0 ? -size : size;
}

/**
 * The bits of x in a format, after rounding x to it.
 *
 * @param x any number
 * @param format the format (or its name) to encode to
 * @returns the bits: sign, exponent, fraction, from the highest bit down. NaN has the topmost fraction bit set
 *   (all bits in float8_e4m3fn, which keeps the sign of what overflowed)
 * @throws RangeError if there is no such format
 */
export function encode(x: number, format: Format | FormatName): bigint {
  const f = formatOf(format);
  const fractionBits = BigInt(f.fractionBits);
  const sign = x < 0 || Object.is(x, -0) ? 1n << BigInt(f.bits - 1) : 0n;
  const size = Math.abs(round(x, format));
  const topmost = (1n << BigInt(f.exponentBits)) - 1n;
  if (size !== size) {
    const quiet = f.hasInfinity ? 1n << (fractionBits - 1n) : (1n << fractionBits) - 1n;
    return sign | (topmost << fractionBits) | quiet;
  }
  if (size === Infinity) return sign | (topmost << fractionBits);
  const unit = spacing(size, f);
  // The leading 1 of a normal number carries into the exponent field, which therefore starts one lower.
  const field = BigInt(size < f.smallestNormal ? 0 : exponentOf(size) + f.bias - 1);
  return sign | ((field << fractionBits) + BigInt(size / unit));
}

/**
 * The value of a bit pattern in a format.
 *
 * @param bits a pattern of as many bits as the format has
 * @param format the format (or its name) to read it in
 * @returns its value, exactly
 * @throws RangeError if the pattern has more bits, or there is no such format
 */
export function decode(bits: bigint, format: Format | FormatName): number {
  const { name, bits: width, exponentBits, fractionBits, bias, hasInfinity } = formatOf(format);
  if (bits < 0n || bits >> BigInt(width) !== 0n) {
    throw new RangeError(`bits: ${bits}; expected a pattern of ${width} bits, for ${name}`);
  }
  const sign = bits >> BigInt(width - 1) === 1n ? -1 : 1;
  const topmost = twoTo(exponentBits) - 1;
  const field = Number((bits >> BigInt(fractionBits)) & BigInt(topmost));
  const fraction = Number(bits & ((1n << BigInt(fractionBits)) - 1n));
  if (field === topmost) {
    if (hasInfinity) return fraction === 0 ? sign * Infinity : NaN;
    if (fraction === twoTo(fractionBits) - 1) return NaN;
  }
  const significand = field === 0 ? fraction : fraction + twoTo(fractionBits);
  return sign * significand * twoTo(Math.max(field, 1) - bias - fractionBits);
}

/**
 * The smallest value of a format above x.
 *
 * @param x any number, in the format or not
 * @param format the format (or its name) to look in
 * @returns the next value up; above the largest, Infinity (NaN where the format has none); NaN for NaN
 * @throws RangeError if there is no such format
 */
export function next(x: number, format: Format | FormatName): number {
  const f = formatOf(format);
  if (x !== x) return x;
  if (x >= f.largest) return f.hasInfinity ? Infinity : NaN;
  if (x < -f.largest) return -f.largest;
  const near = round(x, format);
  if (near > x) return near;
  if (near === 0) return f.smallestSubnormal;
  const unit = spacing(near, f);
  // Just below a power of two in size, values stand twice as close.
  const closer = near < 0 && near < -f.smallestNormal && -near === twoTo(exponentOf(near));
  return near + (closer ? unit / 2 : unit) || -0;
}

/**
 * The largest value of a format below x.
 *
 * @param x any number, in the format or not
 * @param format the format (or its name) to look in
 * @returns the next value down; below the smallest, −Infinity (NaN where the format has none); NaN for NaN
 * @throws RangeError if there is no such format
 */
export const previous = (x: number, format: Format | FormatName): number => -next(-x, format);

/**
 * A unit in the last place: the distance from round(x), away from 0, to the next value of the format.
 *
 * @param x any number
 * @param format the format (or its name)
 * @returns the distance; Infinity where x rounds to ±Infinity, NaN where it rounds to NaN
 * @throws RangeError if there is no such format
 */
export function ulp(x: number, format: Format | FormatName): number {
  const near = Math.abs(round(x, format));
  return near < Infinity ? spacing(near, formatOf(format)) : near;
}

/**
 * How many steps of a format lie between two of its values (±0 are one value; Infinity follows the largest).
 *
 * @param a a number
 * @param b a number
 * @param format the format (or its name) to count in, after rounding both to it; float64 if absent
 * @returns the number of steps (beyond 2⁵³ rounded to float64); NaN if either is NaN
 * @throws RangeError if there is no such format
 */
export function ulpDistance(a: number, b: number, format: Format | FormatName = 'float64'): number {
  const x = round(a, format);
  const y = round(b, format);
  if (x !== x || y !== y) return NaN;
  const rank = (v: number): bigint => (v < 0 ? -encode(-v, format) : encode(Math.abs(v), format));
  return Math.abs(Number(rank(x) - rank(y)));
}
