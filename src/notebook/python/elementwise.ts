/** Functions of one number or two, for every element: NumPy's ufuncs. */
import { exp, expm1, log, log1p } from '../../math/index.ts';
import { log10, log2, logAddExp, power, tanh } from './functions.ts';
import {
  cast,
  castFlags,
  commonShape,
  expand,
  flag,
  isFloat,
  isInt,
  promote,
  raise,
  Raised,
  rounderOf,
  smallestNormalOf,
  takeFlags,
  numbersOf,
  tuple,
  zeros,
  type Dtype,
  type NdArray,
} from './arrays.ts';

const sign = (x: number): number => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x);

/** The nearest integer, ties to even, with the sign of zero kept. */
export function rint(x: number): number {
  if (!(Math.abs(x) < 4503599627370496)) return x;
  const near = Math.abs(x) + 4503599627370496 - 4503599627370496;
  return x < 0 || Object.is(x, -0) ? -near : near;
}

/** Functions into the floats: a bool becomes float16 first, an int64 float64, as NumPy has it. */
const floating: Readonly<Record<string, (x: number) => number>> = {
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sqrt: Math.sqrt,
  tanh,
  rint,
};

/** Functions that keep the type; those of int64 stand beside them. */
const keeping: Readonly<Record<string, { of: (x: number) => number; ofInt: (x: bigint) => bigint; ofBool?: true }>> = {
  negative: { of: (x) => -x, ofInt: (x) => -x },
  positive: { of: (x) => x, ofInt: (x) => x },
  absolute: { of: Math.abs, ofInt: (x) => (x < 0n ? -x : x), ofBool: true },
  square: { of: (x) => x * x, ofInt: (x) => x * x, ofBool: true },
  sign: { of: sign, ofInt: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n) },
  reciprocal: { of: (x) => 1 / x, ofInt: (x) => (x === 0n ? -(2n ** 63n) : 1n / x) },
  floor: { of: Math.floor, ofInt: (x) => x, ofBool: true },
  ceil: { of: Math.ceil, ofInt: (x) => x, ofBool: true },
  trunc: { of: Math.trunc, ofInt: (x) => x, ofBool: true },
};

const predicates: Readonly<Record<string, (x: number) => boolean>> = {
  isnan: (x) => x !== x,
  isinf: (x) => Math.abs(x) === Infinity,
  isfinite: (x) => Math.abs(x) < Infinity,
  signbit: (x) => x < 0 || Object.is(x, -0),
  logical_not: (x) => x === 0,
};

const unsupported = (name: string) =>
  new Raised(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );

/** A ufunc of one array. */
export function unary(name: string, a: NdArray): NdArray {
  const { shape, order } = a;
  const test = predicates[name];
  if (test) return { dtype: 'bool', shape, order, data: numbersOf(a.data).map((x) => (test(x) ? 1 : 0)) };
  if (name === 'invert') {
    if (isInt(a)) return { dtype: 'int64', shape, order, data: a.data.map((x) => ~x) };
    if (a.dtype !== 'bool') throw unsupported(name);
    return { dtype: 'bool', shape, order, data: (a.data as Float64Array).map((x) => 1 - x) };
  }
  const kept = keeping[name];
  if (kept && isInt(a)) {
    if (name === 'reciprocal' && a.data.includes(0n)) raise(flag.divide | flag.invalid);
    return { dtype: 'int64', shape, order, data: a.data.map(kept.ofInt) };
  }
  if (kept && a.dtype === 'bool' && !kept.ofBool) {
    if (name !== 'negative') {
      throw new Raised(
        'UFuncTypeError',
        `ufunc '${name}' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None`,
      );
    }
    throw new Raised(
      'TypeError',
      'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
    );
  }
  const dtype = !kept && a.dtype === 'bool' ? 'float16' : isInt(a) ? 'float64' : a.dtype;
  return { dtype, shape, order, data: mapped(cast(a, dtype).data as Float64Array, kept?.of ?? floating[name]!, dtype) };
}

/** Maps values to a float type, and raises the flags of what happens on the way. */
function mapped(values: Float64Array, of: (x: number) => number, dtype: Dtype): Float64Array {
  const rounded = rounderOf(dtype);
  const normal = smallestNormalOf(dtype);
  const logarithm = of === log || of === log1p || of === log2 || of === log10;
  const data = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const y = of(x);
    const near = rounded(y);
    data[i] = near;
    if (near !== near) {
      if (x === x) raise(flag.invalid);
    } else if (Math.abs(near) === Infinity) {
      if (Math.abs(x) < Infinity) raise(logarithm || x === 0 ? flag.divide : flag.overflow);
    } else if (of === exp && near < normal && x !== -Infinity) raise(flag.underflow);
    else if (near !== y && Math.abs(near) < normal) raise(flag.underflow);
  }
  return data;
}

/** floor(a/b) and the remainder with the divisor's sign, as NumPy computes both from one fmod. */
function divmod(a: number, b: number): [number, number] {
  let mod = a % b;
  if (b === 0) return [a / b, mod];
  let quotient = (a - mod) / b;
  if (mod !== 0) {
    if (b < 0 !== mod < 0) {
      mod += b;
      quotient -= 1;
    }
  } else mod = b < 0 ? -0 : 0;
  if (quotient !== 0) {
    const floor = Math.floor(quotient);
    quotient = quotient - floor > 0.5 ? floor + 1 : floor;
  } else quotient = sign(a / b) < 0 || Object.is(a / b, -0) ? -0 : 0;
  return [quotient, mod];
}

/** The larger, or NaN if either is. */
export const larger = (a: number, b: number): number => (a !== a ? a : b !== b ? b : a >= b ? a : b);
export const smaller = (a: number, b: number): number => (a !== a ? a : b !== b ? b : a <= b ? a : b);

interface Arithmetic {
  of: (a: number, b: number) => number;
  ofInt?: (a: bigint, b: bigint) => bigint;
  /** What it is among bools; absent where NumPy has none, or one of a type that this course lacks. */
  ofBool?: (a: number, b: number) => number;
  /** The type of the result where it isn't that of what comes in. */
  into?: 'float' | 'bool';
}

const floorOf = (a: bigint, b: bigint): bigint => {
  if (b === 0n) return (raise(flag.divide), 0n);
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
};

/** a to the power b ≥ 0 as int64 has it, by squaring, so that a large b takes no memory. */
function wholePower(a: bigint, b: bigint): bigint {
  let power = 1n;
  for (let [square, rest] = [a, b]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = BigInt.asIntN(64, power * square);
    square = BigInt.asIntN(64, square * square);
  }
  return power;
}

const compare = (of: (a: number, b: number) => boolean, ofInt: (a: bigint, b: bigint) => boolean): Arithmetic => ({
  of: (a, b) => (of(a, b) ? 1 : 0),
  ofInt: (a, b) => (ofInt(a, b) ? 1n : 0n),
  ofBool: (a, b) => (of(a, b) ? 1 : 0),
  into: 'bool',
});
const both = (of: (a: boolean, b: boolean) => boolean): Arithmetic =>
  compare(
    (a, b) => of(a !== 0, b !== 0),
    (a, b) => of(a !== 0n, b !== 0n),
  );

const arithmetic: Readonly<Record<string, Arithmetic>> = {
  add: { of: (a, b) => a + b, ofInt: (a, b) => a + b, ofBool: (a, b) => a || b },
  subtract: { of: (a, b) => a - b, ofInt: (a, b) => a - b },
  multiply: { of: (a, b) => a * b, ofInt: (a, b) => a * b, ofBool: (a, b) => a && b },
  divide: { of: (a, b) => a / b, into: 'float' },
  floor_divide: { of: (a, b) => divmod(a, b)[0], ofInt: floorOf },
  remainder: { of: (a, b) => divmod(a, b)[1], ofInt: (a, b) => (b === 0n ? floorOf(a, b) : a - b * floorOf(a, b)) },
  power: { of: power, ofInt: wholePower },
  maximum: { of: larger, ofInt: (a, b) => (a >= b ? a : b), ofBool: larger },
  minimum: { of: smaller, ofInt: (a, b) => (a <= b ? a : b), ofBool: smaller },
  logaddexp: { of: logAddExp, into: 'float' },
  equal: compare(
    (a, b) => a === b,
    (a, b) => a === b,
  ),
  not_equal: compare(
    (a, b) => a !== b,
    (a, b) => a !== b,
  ),
  less: compare(
    (a, b) => a < b,
    (a, b) => a < b,
  ),
  less_equal: compare(
    (a, b) => a <= b,
    (a, b) => a <= b,
  ),
  greater: compare(
    (a, b) => a > b,
    (a, b) => a > b,
  ),
  greater_equal: compare(
    (a, b) => a >= b,
    (a, b) => a >= b,
  ),
  logical_and: both((a, b) => a && b),
  logical_or: both((a, b) => a || b),
  logical_xor: both((a, b) => a !== b),
  bitwise_and: { of: NaN as never, ofInt: (a, b) => a & b, ofBool: (a, b) => a && b },
  bitwise_or: { of: NaN as never, ofInt: (a, b) => a | b, ofBool: (a, b) => a || b },
  bitwise_xor: { of: NaN as never, ofInt: (a, b) => a ^ b, ofBool: (a, b) => (a === b ? 0 : 1) },
};

/** The shape of a result, or what NumPy says of shapes that don't meet. */
export function broadcast(...arrays: NdArray[]): number[] {
  const shape = commonShape(...arrays.map((a) => a.shape));
  if (shape) return shape;
  const shapes = arrays.map((a) => tuple(a.shape)).join(' ');
  throw new Raised('ValueError', `operands could not be broadcast together with shapes ${shapes} `);
}

/** The order in memory of what comes of some arrays: that of the first which has all the axes. */
const orderOf = (shape: readonly number[], ...arrays: NdArray[]) =>
  arrays.find((a) => a.shape.length === shape.length && a.shape.every((n, axis) => n === shape[axis]))?.order;

/** A ufunc of two arrays, or an operator between scalars, which is called `scalar add`, and tells of integers that overflow. */
export function binary(told: string, a: NdArray, b: NdArray): NdArray {
  const name = told.replace(/^scalar /, '');
  const rule = arithmetic[name]!;
  let dtype = promote(a, b);
  if (rule.into === 'float' && !isFloat(dtype)) dtype = 'float64';
  if (dtype === 'bool' && !rule.ofBool) throw ofBools(name);
  if (name.startsWith('bitwise') && isFloat(dtype)) throw unsupported(name);
  const left = cast(a, dtype);
  const right = cast(b, dtype);
  // What a Python scalar loses on its way into the type of an array is told as a cast.
  raise(takeFlags() << castFlags);
  const shape = broadcast(a, b);
  const x = expand(left, shape);
  const y = expand(right, shape);
  const order = orderOf(shape, a, b);
  const result = rule.into === 'bool' ? 'bool' : dtype;
  if (x instanceof BigInt64Array) {
    if (name === 'power' && (y as BigInt64Array).some((n) => n < 0n)) {
      throw new Raised('ValueError', 'Integers to negative integer powers are not allowed.');
    }
    const data = x.map((value, i) => {
      const exact = rule.ofInt!(value, y[i] as bigint);
      const kept = BigInt.asIntN(64, exact);
      if (kept !== exact && name !== told) raise(flag.overflow);
      return kept;
    });
    return { dtype: result, shape, order, data: result === 'bool' ? Float64Array.from(data, Number) : data };
  }
  const of = dtype === 'bool' ? rule.ofBool! : rule.of;
  if (result === 'bool') return { dtype: 'bool', shape, order, data: x.map((value, i) => of(value, y[i] as number)) };
  return { dtype, shape, order, data: combined(name, x, y as Float64Array, of, dtype) };
}

function ofBools(name: string): Raised {
  if (name === 'subtract') {
    return new Raised(
      'TypeError',
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  }
  return new Raised(
    'TypeError',
    `${name} of two bool arrays is int8 in NumPy, which is not part of this course's NumPy; use astype(int) first`,
  );
}

/** Combines values in a float type, and raises the flags of what happens on the way. */
function combined(
  name: string,
  x: Float64Array,
  y: Float64Array,
  of: (a: number, b: number) => number,
  dtype: Dtype,
): Float64Array {
  const rounded = rounderOf(dtype);
  const normal = smallestNormalOf(dtype);
  const choosing = name === 'maximum' || name === 'minimum';
  const dividing = name === 'divide' || name === 'floor_divide';
  const tiny = name === 'multiply' || name === 'divide' || name === 'power';
  const data = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const a = x[i]!;
    const b = y[i]!;
    const exact = of(a, b);
    const near = rounded(exact);
    data[i] = near;
    if (choosing) continue;
    if (near !== near) {
      // Comparing with NaN is what logaddexp is told for.
      if ((a === a && b === b) || name === 'logaddexp') raise(flag.invalid);
    } else if (Math.abs(near) === Infinity) {
      if (Math.abs(a) < Infinity && Math.abs(b) < Infinity) {
        raise((dividing && b === 0) || (name === 'power' && a === 0) ? flag.divide : flag.overflow);
      }
    } else if (tiny && Math.abs(near) < normal && a !== 0 && Math.abs(a) < Infinity && Math.abs(b) < Infinity) {
      if (near !== exact || near === 0 || (name === 'multiply' ? near / b !== a : true)) raise(flag.underflow);
    }
  }
  return data;
}

/** One of two values for each element of a condition. */
export function where(condition: NdArray, a: NdArray, b: NdArray): NdArray {
  const dtype = promote(a, b);
  const shape = broadcast(condition, a, b);
  const chosen = expand(condition, shape);
  const x = expand(cast(a, dtype), shape);
  const y = expand(cast(b, dtype), shape);
  const data = zeros(dtype, chosen.length);
  for (let i = 0; i < data.length; i++) data[i] = (Number(chosen[i]) !== 0 ? x : y)[i]!;
  return { dtype, shape, data };
}
