/**
 * What this course's NumPy computes with: arrays as plain values, their types, and how both come together.
 *
 * A kernel takes such arrays and returns a new one; Python's memory is read and written in memory.ts alone. Looked at
 * before this was written: numpy-ts 1.7.0, the fullest array library in TypeScript (MIT, 631 kB gzipped). It has its own
 * exponential, adds up in an order of its own, warns of nothing, and has no scalars; so numbers would differ from
 * NumPy's and from this course's. `ulab`, MicroPython's own, is no part of MicroPython's WebAssembly, and has no int64.
 */
import { round } from '../../math/index.ts';

/** The types by their codes: the order is that of promotion among bool and floats. */
export const dtypes = ['bool', 'int64', 'float16', 'float32', 'float64'] as const;
export type Dtype = (typeof dtypes)[number];

/** An array's values in C order: int64 as BigInt, everything else as numbers that its type can hold. */
export interface NdArray {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: Float64Array | BigInt64Array;
  /** The axes from the slowest to the fastest in memory, where that is not C order: sums are added in memory's order. */
  readonly order?: readonly number[] | undefined;
  /** A Python scalar, which takes the type of what it meets. */
  readonly weak?: boolean | undefined;
}

/** An exception of Python, by its class. */
export class Raised extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** What IEEE 754 calls exceptions, as NumPy warns of them. */
export const flag = { divide: 1, overflow: 2, underflow: 4, invalid: 8 } as const;

/** How far the flags of a cast on the way into an operation are shifted, to be told apart from its own. */
export const castFlags = 4;

let flags = 0;
export const raise = (which: number): void => void (flags |= which);
/** The flags since they were last taken. */
export function takeFlags(): number {
  const taken = flags;
  flags = 0;
  return taken;
}

export const isInt = (a: NdArray): a is NdArray & { data: BigInt64Array } => a.dtype === 'int64';
export const isFloat = (dtype: Dtype): boolean => dtype.startsWith('float');
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

/** A shape as Python writes a tuple. */
export const tuple = (shape: readonly number[]): string => `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;
/** The same with a space after each comma, as newer messages of NumPy have it. */
export const spacedTuple = (shape: readonly number[]): string =>
  `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

export const zeros = (dtype: Dtype, size: number): Float64Array | BigInt64Array =>
  dtype === 'int64' ? new BigInt64Array(size) : new Float64Array(size);

/** Values as numbers, int64 to the nearest. */
export const numbersOf = (data: NdArray['data']): Float64Array =>
  data instanceof BigInt64Array ? Float64Array.from(data, Number) : data;

/** How a type rounds the result of an operation. */
export function rounderOf(dtype: Dtype): (x: number) => number {
  if (dtype === 'float32') return Math.fround;
  if (dtype === 'float16') return (x) => round(x, 'float16');
  return (x) => x;
}

/** The smallest positive number of a float type that has all its digits. */
export const smallestNormalOf = (dtype: Dtype): number =>
  dtype === 'float16' ? 2 ** -14 : dtype === 'float32' ? 2 ** -126 : 2.2250738585072014e-308;

/** The type in which two arrays meet (NEP 50: a Python scalar yields to whatever is not of a lower kind). */
export function promote(a: NdArray, b: NdArray): Dtype {
  if (a.weak !== b.weak) {
    const [strong, weak] = a.weak ? [b, a] : [a, b];
    if (weak.dtype === 'int64') return strong.dtype === 'bool' ? 'int64' : strong.dtype;
    return isFloat(strong.dtype) ? strong.dtype : 'float64';
  }
  return promoteTypes(a.dtype, b.dtype);
}

export function promoteTypes(a: Dtype, b: Dtype): Dtype {
  if (a === b) return a;
  if (a === 'int64' || b === 'int64') return a === 'bool' || b === 'bool' ? 'int64' : 'float64';
  return dtypes[Math.max(dtypes.indexOf(a), dtypes.indexOf(b))]!;
}

/** −2⁶³: what the processor makes of a number that int64 doesn't hold. */
const smallestInt = -(2n ** 63n);

/** An array in another type, as `astype` makes it; raises the flags of what doesn't fit. */
export function cast(a: NdArray, dtype: Dtype): NdArray {
  if (a.dtype === dtype) return a.weak ? { ...a, weak: false } : a;
  const to = zeros(dtype, a.data.length);
  if (to instanceof BigInt64Array) {
    a.data.forEach((x: number | bigint, i: number) => {
      const fits = (x as number) >= -9223372036854775808 && (x as number) < 9223372036854775808;
      if (!fits) raise(flag.invalid);
      to[i] = fits ? BigInt(Math.trunc(x as number)) : smallestInt;
    });
  } else if (dtype === 'bool') {
    a.data.forEach((x: number | bigint, i: number) => void (to[i] = x ? 1 : x !== x ? 1 : 0));
  } else {
    const rounded = rounderOf(dtype);
    a.data.forEach((x: number | bigint, i: number) => {
      const value = Number(x);
      const near = rounded(value);
      if (Math.abs(near) === Infinity && Math.abs(value) !== Infinity) raise(flag.overflow);
      else if (near !== value && Math.abs(near) < smallestNormalOf(dtype)) raise(flag.underflow);
      to[i] = near;
    });
  }
  return { dtype, shape: a.shape, data: to, order: a.order };
}

/** The shape that two shapes have in common, or undefined. */
export function commonShape(...shapes: (readonly number[])[]): number[] | undefined {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const common: number[] = [];
  for (let axis = 1; axis <= rank; axis++) {
    let size = 1;
    for (const shape of shapes) {
      const n = shape[shape.length - axis] ?? 1;
      if (n === 1 || n === size) continue;
      if (size !== 1) return undefined;
      size = n;
    }
    common.unshift(size);
  }
  return common;
}

/** The distance in `shape`'s C order from an element to the next one along each axis. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = [];
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

/** Calls `visit` with the place in memory of every element, in C order of `shape`. */
export function walk(
  shape: readonly number[],
  strides: readonly number[],
  start: number,
  visit: (at: number, i: number) => void,
): void {
  const size = sizeOf(shape);
  const rank = shape.length;
  const index = new Int32Array(rank);
  let at = start;
  for (let i = 0; i < size; i++) {
    visit(at, i);
    for (let axis = rank - 1; axis >= 0; axis--) {
      at += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      at -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
}

/** The values of an array repeated to a shape that it broadcasts to. */
export function expand(a: NdArray, shape: readonly number[]): NdArray['data'] {
  if (a.data.length === sizeOf(shape) && a.data.length > 0) return a.data;
  const data = zeros(a.dtype, sizeOf(shape));
  if (a.data.length === 1) return data.fill(a.data[0] as never);
  const own = stridesOf(a.shape);
  const missing = shape.length - a.shape.length;
  const strides = shape.map((_, axis) => (axis < missing || a.shape[axis - missing] === 1 ? 0 : own[axis - missing]!));
  walk(shape, strides, 0, (at, i) => void (data[i] = a.data[at]!));
  return data;
}

/** The axes in C order of an array whose axes stand in memory as `order` says, with its shape in that order. */
export function inMemoryOrder(a: NdArray): { axes: readonly number[]; shape: number[]; data: NdArray['data'] } {
  const axes = a.order ?? a.shape.map((_, axis) => axis);
  const shape = axes.map((axis) => a.shape[axis]!);
  if (!a.order) return { axes, shape, data: a.data };
  const own = stridesOf(a.shape);
  const data = zeros(a.dtype, a.data.length);
  walk(
    shape,
    axes.map((axis) => own[axis]!),
    0,
    (at, i) => void (data[i] = a.data[at]!),
  );
  return { axes, shape, data };
}
