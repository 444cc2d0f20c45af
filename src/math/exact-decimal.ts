import { bitsOf } from './bits.ts';

/**
 * The exact decimal value of a float64 (and so of a value of any smaller format): every one is a finite decimal
 * fraction, of up to 767 significant digits.
 *
 * @param x any number
 * @returns its digits in full, without an exponent, such as
 *   '0.1000000000000000055511151231257827021181583404541015625'; 'NaN', 'Infinity', '-Infinity', '-0'
 */
export function exactDecimal(x: number): string {
  if (Object.is(x, -0)) return '-0';
  if (!Number.isFinite(x)) return String(x);
  const bits = bitsOf(Math.abs(x));
  const field = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const significand = field === 0 ? fraction : fraction + 0x10000000000000n;
  const exponent = Math.max(field, 1) - 1075;
  const sign = x < 0 ? '-' : '';
  if (exponent >= 0) return sign + (significand << BigInt(exponent));
  // significand · 2^−k = significand · 5^k · 10^−k
  const places = -exponent;
  const digits = String(significand * 5n ** BigInt(places)).padStart(places + 1, '0');
  return sign + `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}
