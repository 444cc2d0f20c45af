/**
 * How the course writes a number: one place, used by prose, formulas, tables, sentences and drawings alike.
 *
 * Decimals are fixed, the minus is a real one (U+2212), and extremes are honest: what is not zero never reads as
 * zero, what is not one never reads as one, and Infinity, NaN and −0 are said as such. A number never breaks over two
 * lines: the spaces in one do not, those around an operator in `1 − 4.5 × 10⁻⁵` aside.
 */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes an integer in superscript digits: `raised(-18)` is `⁻¹⁸`. */
export function raised(exponent: number): string {
  return String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => superscripts[Number(digit)]!);
}

const withMinus = (digits: string): string => digits.replace('-', '−');

/** The names of the values that have no decimals; `undefined` for every other value. */
function special(x: number): string | undefined {
  if (Number.isNaN(x)) return 'NaN';
  if (x === Infinity) return 'Infinity';
  if (x === -Infinity) return '−Infinity';
  if (Object.is(x, -0)) return '−0';
  return undefined;
}

/** Scientific notation with `decimals` digits after the point: `scientific(4.2483e-18, 1)` is `4.2 × 10⁻¹⁸`. */
export function scientific(x: number, decimals = 2): string {
  const named = special(x);
  if (named !== undefined) return named;
  const [digits, exponent] = x.toExponential(decimals).split('e') as [string, string];
  return `${withMinus(digits)}\u00a0×\u00a010${raised(Number(exponent))}`;
}

/**
 * A number with exactly `decimals` digits after the point, as long as that is honest: a value that would read as 0
 * without being 0, or that has more than seven digits before the point, is written in scientific notation, and a
 * value next to 1 that would read as 1 is written as its distance from 1 (`1 − 4.5 × 10⁻⁵`).
 */
export function fixed(x: number, decimals = 4): string {
  const named = special(x);
  if (named !== undefined) return named;
  const digits = x.toFixed(decimals);
  if (Math.abs(x) >= 1e7 || (x !== 0 && Number(digits) === 0)) return scientific(x, Math.min(decimals, 2));
  if (decimals > 0 && x !== 1 && x > 0 && Number(digits) === 1) {
    return `1 ${x < 1 ? '−' : '+'} ${scientific(Math.abs(1 - x), 1)}`;
  }
  return withMinus(digits);
}

/**
 * A number with up to `significant` significant digits and no trailing zeros; scientific outside of 10⁻⁴ … 10⁷.
 * For numbers in running text whose size is not known beforehand.
 */
export function text(x: number, significant = 4): string {
  const named = special(x);
  if (named !== undefined) return named;
  if (x === 0) return '0';
  const [digits, exponent] = x.toExponential(significant - 1).split('e') as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 7) return `${withMinus(String(Number(digits)))}\u00a0×\u00a010${raised(power)}`;
  const rounded = Number(`${digits}e${exponent}`);
  if (rounded === 1 && x !== 1) return fixed(x, significant);
  return withMinus(String(rounded));
}

/**
 * Every digit that matters: the shortest decimal that reads back as the same float64 (ECMAScript `Number::toString`),
 * with exponents written out as powers of ten.
 */
export function exact(x: number): string {
  const named = special(x);
  if (named !== undefined) return named;
  const [digits, exponent] = String(x).split('e') as [string, string?];
  return exponent === undefined ? withMinus(digits) : `${withMinus(digits)}\u00a0×\u00a010${raised(Number(exponent))}`;
}

/** A probability in percent: `percent(0.667)` is `66.7 %`; what is neither 0 nor 1 never reads as 0 % or 100 %. */
export function percent(p: number, decimals = 1): string {
  const named = special(p);
  if (named !== undefined) return named;
  const step = Number(`1e-${decimals}`);
  if (p > 0 && 100 * p < step / 2) return `<\u00a0${step.toFixed(decimals)}\u00a0%`;
  if (p < 1 && 100 * p >= 100 - step / 2) return `>\u00a0${(100 - step).toFixed(decimals)}\u00a0%`;
  return `${withMinus((100 * p).toFixed(decimals))}\u00a0%`;
}

/** A vector in brackets, every entry written by `write`: `[0.6590, 0.2424, 0.0986]`. */
export function vector(values: ArrayLike<number>, write: (x: number) => string = (x) => fixed(x)): string {
  return `[${Array.from(values, (x) => write(x)).join(', ')}]`;
}

/** Parentheses around what starts with a minus, so that an operand can follow an operator: `(−2.0)`. */
export function operand(written: string): string {
  return written.startsWith('−') ? `(${written})` : written;
}

/** A written number as TeX: `4.2 × 10⁻¹⁸` becomes `4.2 \times 10^{-18}`, `Infinity` becomes `\infty`. */
export function tex(written: string): string {
  return written
    .replace(/10([⁻⁰¹²³⁴-⁹]+)/g, (_, digits: string) => {
      const plain = digits.replace('⁻', '-').replace(/[⁰¹²³⁴-⁹]/g, (d) => String(superscripts.indexOf(d)));
      return `10^{${plain}}`;
    })
    .replaceAll('\u00a0', ' ')
    .replaceAll('×', '\\times ')
    .replaceAll('−', '-')
    .replaceAll('%', '\\%')
    .replaceAll('Infinity', '\\infty ')
    .replaceAll('NaN', '\\text{NaN}');
}
