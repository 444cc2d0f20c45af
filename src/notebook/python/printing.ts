/** Numbers and arrays as NumPy prints them: the shortest digits that say which number it is, in columns. */
import { round } from '../../math/index.ts';
import { isFloat, spacedTuple, stridesOf, zeros, type Dtype, type NdArray } from './arrays.ts';

/** What np.set_printoptions sets. */
export const options = { precision: 8, suppress: false, threshold: 1000, edgeitems: 3, linewidth: 75 };

/** The digits of |x| ≠ 0 that tell it from its neighbours in a type, and the exponent of the first. */
function shortest(x: number, dtype: Dtype): { digits: string; exponent: number } {
  const size = Math.abs(x);
  let text = size.toExponential();
  if (dtype !== 'float64') {
    const back = dtype === 'float32' ? Math.fround : (y: number) => round(y, 'float16');
    for (let places = 0; places < 9; places++) {
      text = size.toExponential(places);
      if (back(Number(text)) === size) break;
    }
  }
  const [digits, exponent] = text.split('e') as [string, string];
  return { digits: digits.replace('.', ''), exponent: Number(exponent) };
}

/** As many places as JavaScript gives; who asks for more gets these. */
const mostPlaces = 100;

/** |x| with so many places after the point, ties to even: they occur where doubling nine times leaves no fraction. */
function fixed(size: number, asked: number): string {
  const places = Math.min(asked, mostPlaces);
  const text = size < 1e21 ? size.toFixed(places) : BigInt(size) + (places > 0 ? `.${'0'.repeat(places)}` : '');
  const longer = size < 1e21 && places < 100 ? size.toFixed(Math.min(100, places + 30)) : text;
  const rest = longer.slice(places === 0 ? text.length + 1 : text.length);
  if (!/^50*$/.test(rest)) return text;
  const below = longer.slice(0, text.length);
  return Number(below.at(-1)) % 2 === 0 ? below : text;
}

/** x to so many decimals as Python's round() has it: its exact value decides, ties to even. */
export function roundedTo(x: number, digits: number): number {
  if (digits > 100 || x === 0) return x;
  if (digits >= 0) return Number(signOf(x) + fixed(Math.abs(x), digits));
  if (digits < -308) return x * 0;
  const unit = 10 ** -digits;
  const quotient = x / unit;
  const near = Math.round(quotient);
  return (near - quotient === 0.5 && near % 2 !== 0 ? near - 1 : near) * unit;
}

const signOf = (x: number): string => (x < 0 || Object.is(x, -0) ? '-' : '');
const trimmed = (text: string): string => text.replace(/0+$/, '');

/** |x| as digit, point, so many places, and exponent; ties to even. */
function exponential(size: number, places: number): string {
  const cut = Math.min(places, mostPlaces);
  const text = size.toExponential(cut);
  const [longer, exponent] = size.toExponential(Math.min(100, cut + 30)).split('e') as [string, string];
  const kept = longer.slice(0, cut === 0 ? 1 : cut + 2);
  const tie = /^\.?50*$/.test(longer.slice(kept.length)) && Number(kept.at(-1)) % 2 === 0;
  const [digits, power] = tie ? [kept, exponent] : (text.split('e') as [string, string]);
  return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

const specification =
  /^(?:(?<fill>[^])?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<full>#)?(?<zero>0)?(?<width>\d+)?(?<group>[,_])?(?:\.(?<places>\d+))?(?<type>[eEfFgG%])$/u;

/**
 * A float as Python's format() writes it: its exact value decides the last digit, ties to even.
 *
 * @param x any number
 * @param spec what stands after the colon: `>10.2f`
 * @returns the text, or nothing if the specification is not one of e, f, g and %
 */
export function formatted(x: number, spec: string): string {
  const parts = specification.exec(spec)?.groups;
  if (!parts) return '';
  const type = parts['type']!.toLowerCase();
  const size = Math.abs(x);
  const places = Number(parts['places'] ?? 6);
  let digits: string;
  if (!isFinite(x)) digits = odd(size);
  else if (type === 'e') digits = exponential(size, places);
  else if (type === 'g') {
    const least = Math.max(places, 1);
    const exponent = size === 0 ? 0 : Number(exponential(size, least - 1).split('e')[1]);
    const plain = exponent >= -4 && exponent < least;
    const [mantissa, power = ''] = (plain ? fixed(size, least - 1 - exponent) : exponential(size, least - 1)).split(
      'e',
    ) as [string, string?];
    const short = mantissa.includes('.') && !parts['full'] ? trimmed(mantissa).replace(/\.$/, '') : mantissa;
    digits = plain ? short : `${short}e${power}`;
  } else digits = fixed(type === '%' ? size * 100 : size, places);
  if (parts['group']) digits = digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, parts['group']!));
  if (type === '%') digits += '%';
  if (parts['type'] !== type) digits = digits.toUpperCase();
  const sign = signOf(x) || (parts['sign'] ?? '').replace('-', '');
  const align = parts['align'] ?? (parts['zero'] ? '=' : '>');
  const fill = parts['fill'] ?? (parts['zero'] ? '0' : ' ');
  const missing = Math.max(0, Number(parts['width'] ?? 0) - sign.length - digits.length);
  if (align === '=') return sign + fill.repeat(missing) + digits;
  const before = align === '<' ? 0 : align === '^' ? missing >> 1 : missing;
  return fill.repeat(before) + sign + digits + fill.repeat(missing - before);
}

/** x in positional notation: at most `precision` places, no zeros at the end, a point in any case. */
function positional(x: number, dtype: Dtype, precision: number): string {
  if (x === 0) return `${signOf(x)}0.`;
  const { digits, exponent } = shortest(x, dtype);
  const places = digits.length - 1 - exponent;
  if (places > precision) {
    const text = fixed(Math.abs(x), precision);
    return signOf(x) + (text.includes('.') ? trimmed(text) : `${text}.`);
  }
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  return `${signOf(x)}${whole}.${trimmed(fraction)}`;
}

/** x in scientific notation as sign and digits, the point after the first, and the exponent with its sign. */
function scientific(x: number, dtype: Dtype, precision: number, least = 0): [mantissa: string, exponent: string] {
  if (x === 0) return [`${signOf(x)}0.`, '+00'];
  let { digits, exponent } = shortest(x, dtype);
  // Digits beyond those that tell the number apart are those of its exact value.
  if (digits.length - 1 > precision || digits.length - 1 < least) {
    const [rounded, power] = Math.abs(x).toExponential(Math.min(precision, mostPlaces)).split('e') as [string, string];
    digits = rounded.replace('.', '');
    exponent = Number(power);
  }
  const sign = exponent < 0 ? '-' : '+';
  return [`${signOf(x)}${digits[0]}.${trimmed(digits.slice(1))}`, sign + `${Math.abs(exponent)}`.padStart(2, '0')];
}

const odd = (x: number): string => (x !== x ? 'nan' : x > 0 ? 'inf' : '-inf');

/** A number by itself, as str() of a scalar says it. */
export function scalarText(x: number | bigint, dtype: Dtype): string {
  if (typeof x === 'bigint') return `${x}`;
  if (dtype === 'bool') return x ? 'True' : 'False';
  if (!isFinite(x)) return odd(x);
  const size = Math.abs(x);
  const large = dtype === 'float16' ? 1e3 : dtype === 'float32' ? 1e6 : 1e16;
  if (x === 0 || (size >= 1e-4 && size < large)) {
    const text = positional(x, dtype, Infinity);
    return text.endsWith('.') ? `${text}0` : text;
  }
  const [mantissa, exponent] = scientific(x, dtype, Infinity);
  return `${mantissa.replace(/\.$/, '')}e${exponent}`;
}

/** How the numbers of one array are written: all alike. */
function formatterOf(data: NdArray['data'], dtype: Dtype, rank: number): (x: number | bigint) => string {
  if (!isFloat(dtype)) {
    const plain = (x: number | bigint) => scalarText(x, dtype);
    // Of truth all are as wide as False, even where there is none.
    if (dtype === 'bool') return (x) => plain(x).padStart(rank > 0 ? 5 : 0);
    const width = Math.max(0, ...Array.from(data as ArrayLike<number | bigint>, (x) => plain(x).length));
    return (x) => plain(x).padStart(width);
  }
  const finite = (data as Float64Array).filter((x) => isFinite(x));
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const [most, least] = [sizes.reduce((a, b) => Math.max(a, b), 0), sizes.reduce((a, b) => Math.min(a, b), Infinity)];
  const largest = dtype === 'float16' ? 1e3 : dtype === 'float32' ? 1e6 : 1e8;
  // The ratio is one of the array's own type.
  const ratio =
    dtype === 'float64'
      ? most / least
      : dtype === 'float32'
        ? Math.fround(most / least)
        : round(most / least, 'float16');
  const exponents = sizes.length > 0 && (most >= largest || (!options.suppress && (least < 0.0001 || ratio > 1000)));
  const parts = Array.from(finite, (x): [string, string, string] => {
    const [mantissa, exponent] = exponents
      ? scientific(x, dtype, options.precision)
      : [positional(x, dtype, options.precision), ''];
    const [whole, fraction] = mantissa.split('.') as [string, string];
    return [whole, fraction, exponent];
  });
  let left = Math.max(0, ...parts.map(([whole]) => whole.length));
  const right = Math.max(0, ...parts.map(([, fraction]) => fraction.length));
  const power = Math.max(0, ...parts.map(([, , exponent]) => exponent.length));
  const width = exponents ? power + 1 + right : right;
  if (finite.length < data.length) {
    const names = (data as Float64Array).filter((x) => !isFinite(x));
    left = Math.max(left, 3 - width - 1, 3 + (names.some((x) => x === -Infinity) ? 1 : 0) - width - 1);
  }
  return (value) => {
    const x = value as number;
    if (!isFinite(x)) return odd(x).padStart(left + 1 + width);
    if (!exponents) {
      const [whole, fraction] = positional(x, dtype, options.precision).split('.') as [string, string];
      return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
    }
    const [mantissa, exponent] = scientific(x, dtype, right, right);
    const [whole, fraction] = mantissa.split('.') as [string, string];
    return `${whole.padStart(left)}.${fraction.padEnd(right, '0')}e${exponent[0]}${exponent.slice(1).padStart(power - 1, '0')}`;
  };
}

/** The values of an array's corners: those that are printed of a long one. */
function corners(a: NdArray): NdArray['data'] {
  const kept = a.shape.map((n) =>
    n > 2 * options.edgeitems
      ? [
          ...Array(options.edgeitems).keys(),
          ...Array.from({ length: options.edgeitems }, (_, i) => n - options.edgeitems + i),
        ]
      : [...Array(n).keys()],
  );
  const strides = stridesOf(a.shape);
  let places = [0];
  kept.forEach((rows, axis) => (places = places.flatMap((at) => rows.map((row) => at + row * strides[axis]!))));
  const data = zeros(a.dtype, places.length);
  places.forEach((at, i) => void (data[i] = a.data[at]! as never));
  return data;
}

/** The values of an array in brackets, after `prefix` characters that stand before it in its first line. */
function values(a: NdArray, separator: string, prefix: number, suffix: number): string {
  if (a.data.length === 0) return '[]';
  const summary = a.data.length > options.threshold;
  const write = formatterOf(summary ? corners(a) : a.data, a.dtype, a.shape.length);
  const strides = stridesOf(a.shape);
  const ends = (n: number): (number | undefined)[] => {
    const all = [...Array(n).keys()];
    const { edgeitems } = options;
    return summary && 2 * edgeitems < n ? [...all.slice(0, edgeitems), undefined, ...all.slice(-edgeitems)] : all;
  };
  const at = (axis: number, start: number, indent: string, width: number): string => {
    if (axis === a.shape.length) return write(a.data[start]!);
    const left = a.shape.length - axis;
    const inner = `${indent} `;
    const rows = ends(a.shape[axis]!);
    let text = '';
    if (left > 1) {
      const gap = separator.trimEnd() + '\n'.repeat(left - 1);
      text = rows
        .map(
          (row) => indent + (row === undefined ? '...' : at(axis + 1, start + row * strides[axis]!, inner, width - 1)),
        )
        .join(gap);
    } else {
      const room = width - Math.max(separator.trimEnd().length, 1);
      let line = indent;
      rows.forEach((row, i) => {
        const word = row === undefined ? '...' : at(axis + 1, start + row * strides[axis]!, inner, width - 1);
        if (line.length + word.length > room && line.length > indent.length) {
          text += `${line.trimEnd()}\n`;
          line = indent;
        }
        line += word + (i < rows.length - 1 ? separator : '');
      });
      text += line;
    }
    return `[${text.slice(indent.length)}]`;
  };
  const indent = ' '.repeat(prefix + 1);
  if (a.shape.length === 0) return write(a.data[0]!);
  return at(0, 0, indent, options.linewidth - suffix);
}

/** str() of an array. */
export const arrayText = (a: NdArray): string =>
  a.shape.length === 0 ? scalarText(a.data[0]!, a.dtype) : values(a, ' ', 0, 0);

/** repr() of an array. */
export function arrayRepr(a: NdArray): string {
  const text = `array(${values(a, ', ', 6, 1)}`;
  const extras: string[] = [];
  if ((a.data.length === 0 && !(a.shape.length === 1)) || a.data.length > options.threshold) {
    extras.push(`shape=${spacedTuple(a.shape)}`);
  }
  const implied = a.dtype === 'bool' || a.dtype === 'int64' || a.dtype === 'float64';
  if (!implied || a.data.length === 0) extras.push(`dtype=${a.dtype}`);
  if (extras.length === 0) return `${text})`;
  const extra = `${extras.join(', ')})`;
  const last = text.length + 1 - (text.lastIndexOf('\n') + 1);
  return `${text},${last + extra.length + 1 > options.linewidth ? `\n${' '.repeat(6)}` : ' '}${extra}`;
}

/** repr() of a scalar. */
export const scalarRepr = (x: number | bigint, dtype: Dtype): string =>
  dtype === 'bool' ? `np.${x ? 'True' : 'False'}_`.replace('__', '_') : `np.${dtype}(${scalarText(x, dtype)})`;
