/** What makes fewer numbers of many, in the order in which NumPy does: sums, extremes, running sums, places, sorted rows. */
import {
  cast,
  flag,
  inMemoryOrder,
  numbersOf,
  raise,
  Raised,
  rounderOf,
  sizeOf,
  stridesOf,
  zeros,
  type Dtype,
  type NdArray,
} from './arrays.ts';
import { larger, smaller } from './elementwise.ts';

/** NumPy's pairwise sum: eight running sums up to 128 numbers, halves beyond. Every sum is rounded by `rounded`. */
export function pairwise(x: Float64Array, start: number, n: number, rounded: (sum: number) => number): number {
  if (n < 8) {
    let sum = -0;
    for (let i = 0; i < n; i++) sum = rounded(sum + x[start + i]!);
    return sum;
  }
  if (n <= 128) {
    const r = x.slice(start, start + 8);
    let i = 8;
    for (; i < n - (n % 8); i += 8) for (let k = 0; k < 8; k++) r[k] = rounded(r[k]! + x[start + i + k]!);
    const pair = (k: number) => rounded(r[k]! + r[k + 1]!);
    let sum = rounded(rounded(pair(0) + pair(2)) + rounded(pair(4) + pair(6)));
    for (; i < n; i++) sum = rounded(sum + x[start + i]!);
    return sum;
  }
  const half = (n >> 1) - ((n >> 1) % 8);
  return rounded(pairwise(x, start, half, rounded) + pairwise(x, start + half, n - half, rounded));
}

interface Reduction {
  /** What no number at all makes; without it, that is an error. */
  readonly none?: number;
  readonly of: (a: number, b: number) => number;
  readonly ofInt: (a: bigint, b: bigint) => bigint;
}

const reductions: Readonly<Record<string, Reduction>> = {
  add: { none: 0, of: (a, b) => a + b, ofInt: (a, b) => a + b },
  multiply: { none: 1, of: (a, b) => a * b, ofInt: (a, b) => a * b },
  maximum: { of: larger, ofInt: (a, b) => (a >= b ? a : b) },
  minimum: { of: smaller, ofInt: (a, b) => (a <= b ? a : b) },
  logical_and: { none: 1, of: (a, b) => (a && b ? 1 : 0), ofInt: (a, b) => (a && b ? 1n : 0n) },
  logical_or: { none: 0, of: (a, b) => (a || b ? 1 : 0), ofInt: (a, b) => (a || b ? 1n : 0n) },
};

/**
 * A ufunc's `reduce` over some axes (all of them counted from the front, each once).
 *
 * NumPy walks through memory, axes with the largest steps outermost, neighbours of one kind taken as one. Where the
 * innermost is summed, that is pairwise; else whole rows are added, one after the other.
 */
export function reduce(name: string, array: NdArray, axes: readonly number[], keepdims: boolean): NdArray {
  const rule = reductions[name]!;
  const logical = name.startsWith('logical');
  let a = array;
  if (logical) a = cast(a, 'bool');
  else if (a.dtype === 'bool' && (name === 'add' || name === 'multiply')) a = cast(a, 'int64');
  const outShape = a.shape.filter((_, axis) => !axes.includes(axis));
  const shape = keepdims ? a.shape.map((n, axis) => (axes.includes(axis) ? 1 : n)) : outShape;
  const size = sizeOf(outShape);
  const count = sizeOf(axes.map((axis) => a.shape[axis]!));
  if (count === 0 && rule.none === undefined && size > 0) {
    throw new Raised('ValueError', `zero-size array to reduction operation ${name} which has no identity`);
  }
  const out = zeros(a.dtype, size);
  if (rule.none !== undefined) out.fill((out instanceof BigInt64Array ? BigInt(rule.none) : rule.none) as never);
  if (size === 0 || count === 0) return { dtype: a.dtype, shape, data: out };

  const memory = inMemoryOrder(a);
  const outSteps = stepsInto(a.shape, axes, memory.axes);
  const inner = innermost(memory, axes);
  const length = sizeOf(memory.shape.slice(inner.from));
  const outer = memory.shape.slice(0, inner.from);
  const places = placesOf(outer, outSteps.slice(0, inner.from));
  const started = new Uint8Array(rule.none === undefined ? size : 0);
  if (memory.data instanceof BigInt64Array) {
    const into = out as BigInt64Array;
    const within = placesOf(memory.shape.slice(inner.from), outSteps.slice(inner.from));
    for (let o = 0; o < places.length; o++) {
      for (let i = 0; i < length; i++) {
        const at = places[o]! + within[i]!;
        const value = memory.data[o * length + i]!;
        into[at] = started.length > 0 && !started[at] ? value : BigInt.asIntN(64, rule.ofInt(into[at]!, value));
        if (started.length > 0) started[at] = 1;
      }
    }
    return { dtype: a.dtype, shape, data: out };
  }
  const into = out as Float64Array;
  const rounded = rounderOf(a.dtype);
  // Within a row float16 is added and multiplied as float32.
  const inRow = a.dtype === 'float16' ? Math.fround : rounded;
  const data = memory.data;
  if (inner.reduced && name === 'multiply') {
    for (let o = 0; o < places.length; o++) {
      let product = into[places[o]!]!;
      for (let i = 0; i < length; i++) product = inRow(product * data[o * length + i]!);
      into[places[o]!] = rounded(product);
    }
  } else if (inner.reduced && name === 'add') {
    for (let o = 0; o < places.length; o++) {
      const at = places[o]!;
      into[at] = rounded(inRow(into[at]! + pairwise(data, o * length, length, inRow)));
    }
  } else {
    const within = placesOf(memory.shape.slice(inner.from), outSteps.slice(inner.from));
    for (let o = 0; o < places.length; o++) {
      for (let i = 0; i < length; i++) {
        const at = places[o]! + within[i]!;
        const value = data[o * length + i]!;
        into[at] = started.length > 0 && !started[at] ? value : rounded(rule.of(into[at]!, value));
        if (started.length > 0) started[at] = 1;
      }
    }
  }
  if (name === 'add' || name === 'multiply') flagsOf(a, axes, into);
  return { dtype: a.dtype, shape, data: out };
}

/** How far a step along each axis in memory moves in the result: not at all along those that are reduced. */
function stepsInto(shape: readonly number[], axes: readonly number[], memory: readonly number[]): number[] {
  const own = stridesOf(shape.map((n, axis) => (axes.includes(axis) ? 1 : n)));
  return memory.map((axis) => (axes.includes(axis) ? 0 : own[axis]!));
}

/** From which axis in memory on all are of one kind, those of one element aside. */
function innermost(memory: { axes: readonly number[]; shape: readonly number[] }, axes: readonly number[]) {
  let from = memory.shape.length;
  let reduced: boolean | undefined;
  while (from > 0) {
    const is = axes.includes(memory.axes[from - 1]!);
    if (memory.shape[from - 1] !== 1) {
      if (reduced !== undefined && is !== reduced) break;
      reduced = is;
    }
    from--;
  }
  return { from, reduced: reduced ?? true };
}

function placesOf(shape: readonly number[], steps: readonly number[]): Int32Array {
  let places = new Int32Array(1);
  for (let axis = 0; axis < shape.length; axis++) {
    const next = new Int32Array(places.length * shape[axis]!);
    for (let i = 0; i < next.length; i++)
      next[i] = places[Math.floor(i / shape[axis]!)]! + (i % shape[axis]!) * steps[axis]!;
    places = next;
  }
  return places;
}

/** Raises what happened in a sum or product: NaN from no NaN, ∞ from nothing infinite. */
function flagsOf(a: NdArray, axes: readonly number[], out: Float64Array): void {
  const odd = out.some((x) => !(Math.abs(x) < Infinity));
  if (!odd) return;
  const nan = reduceBy(a, axes, (x) => x !== x);
  const above = reduceBy(a, axes, (x) => x === Infinity);
  const below = reduceBy(a, axes, (x) => x === -Infinity);
  out.forEach((x, i) => {
    if (x !== x && (!nan[i] || (above[i] && below[i]))) raise(flag.invalid);
    if (!(Math.abs(x) < Infinity) && !above[i] && !below[i] && !nan[i]) raise(flag.overflow);
  });
}

function reduceBy(a: NdArray, axes: readonly number[], test: (x: number) => boolean): Float64Array {
  const tested: NdArray = { dtype: 'bool', shape: a.shape, data: numbersOf(a.data).map((x) => +test(x)) };
  return reduce('logical_or', tested, axes, false).data as Float64Array;
}

/** The rows of an array along one axis: where each starts, and the step within it. */
function rowsOf(shape: readonly number[], axis: number): { starts: number[]; step: number; n: number } {
  const strides = stridesOf(shape);
  const others = shape.map((n, k) => (k === axis ? 1 : n));
  const starts: number[] = [];
  const places = placesOf(others, strides);
  places.forEach((at) => starts.push(at));
  return { starts, step: strides[axis]!, n: shape[axis]! };
}

/** Running sums or products along an axis. */
export function accumulate(name: string, array: NdArray, axis: number): NdArray {
  const a = array.dtype === 'bool' ? cast(array, 'int64') : array;
  const rule = reductions[name]!;
  const data = a.data.slice();
  const rounded = rounderOf(a.dtype);
  const { starts, step, n } = rowsOf(a.shape, axis);
  for (const start of starts) {
    for (let i = 1; i < n; i++) {
      const at = start + i * step;
      if (data instanceof BigInt64Array) data[at] = rule.ofInt(data[at - step]!, data[at]!);
      else {
        const value = rounded(rule.of(data[at - step]!, data[at]!));
        const [before, own] = [data[at - step]!, data[at]!];
        if (value !== value && before === before && own === own) raise(flag.invalid);
        if (Math.abs(value) === Infinity && Math.abs(before) < Infinity && Math.abs(own) < Infinity)
          raise(flag.overflow);
        data[at] = value;
      }
    }
  }
  return { dtype: a.dtype, shape: a.shape, data };
}

/** Where the first largest (or smallest) stands along an axis; the first NaN counts as that. */
export function extremeAt(name: 'argmax' | 'argmin', a: NdArray, axis: number, keepdims: boolean): NdArray {
  const shape = a.shape.filter((_, k) => k !== axis);
  if (a.shape[axis] === 0 && sizeOf(shape) > 0) {
    throw new Raised('ValueError', `attempt to get ${name} of an empty sequence`);
  }
  const { starts, step, n } = rowsOf(a.shape, axis);
  const better =
    name === 'argmax'
      ? (x: number | bigint, best: number | bigint) => x > best
      : (x: number | bigint, best: number | bigint) => x < best;
  const data = new BigInt64Array(sizeOf(shape));
  starts.slice(0, data.length).forEach((start, row) => {
    let at = 0;
    for (let i = 1; i < n; i++) {
      const best = a.data[start + at * step]!;
      if (best !== best) break;
      const x = a.data[start + i * step]!;
      if (x !== x || better(x, best)) at = i;
    }
    data[row] = BigInt(at);
  });
  return { dtype: 'int64', shape: keepdims ? a.shape.map((size, k) => (k === axis ? 1 : size)) : shape, data };
}

/** The values along an axis in order, NaN last, or the places where they stood. */
export function sorted(a: NdArray, axis: number, places: boolean): NdArray {
  const data = places ? new BigInt64Array(a.data.length) : a.data.slice();
  const { starts, step, n } = rowsOf(a.shape, axis);
  const order = (x: number | bigint, y: number | bigint) =>
    x !== x ? (y !== y ? 0 : 1) : y !== y || x < y ? -1 : x > y ? 1 : 0;
  if (n > 0) {
    for (const start of starts) {
      const index = Array.from({ length: n }, (_, i) => i);
      index.sort((i, j) => order(a.data[start + i * step]!, a.data[start + j * step]!) || i - j);
      index.forEach((from, to) => {
        const at = start + to * step;
        if (places) data[at] = BigInt(from) as never;
        else data[at] = a.data[start + from * step]! as never;
      });
    }
  }
  return { dtype: places ? 'int64' : a.dtype, shape: a.shape, data };
}

/** Matrix products, over all axes but the last two broadcast; `a` and `b` have two axes at least, and fit. */
export function product(a: NdArray, b: NdArray, dtype: Dtype, batch: readonly number[]): NdArray {
  const [n, k] = a.shape.slice(-2) as [number, number];
  const m = b.shape.at(-1)!;
  const stepsOf = (x: NdArray) => {
    const lead = x.shape.slice(0, -2);
    const own = stridesOf(x.shape).slice(0, -2);
    const missing = batch.length - lead.length;
    return batch.map((_, axis) => (axis < missing || lead[axis - missing] === 1 ? 0 : own[axis - missing]!));
  };
  const [x, y] = [cast(a, dtype).data, cast(b, dtype).data];
  const startsA = placesOf(batch, stepsOf(a));
  const startsB = placesOf(batch, stepsOf(b));
  const shape = [...batch, n, m];
  const data = zeros(dtype, sizeOf(shape));
  const rounded = rounderOf(dtype);
  let at = 0;
  for (let p = 0; p < startsA.length; p++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        const fromA = startsA[p]! + i * k;
        const fromB = startsB[p]! + j;
        if (x instanceof BigInt64Array) {
          let sum = 0n;
          for (let l = 0; l < k; l++) sum += x[fromA + l]! * (y as BigInt64Array)[fromB + l * m]!;
          data[at++] = sum as never;
          continue;
        }
        const floats = y as Float64Array;
        let sum = 0;
        for (let l = 0; l < k; l++) sum += x[fromA + l]! * floats[fromB + l * m]!;
        const value = dtype === 'bool' ? +(sum > 0) : rounded(sum);
        data[at++] = value as never;
        if (isFinite(value)) continue;
        let finite = true;
        for (let l = 0; l < k; l++) finite &&= isFinite(x[fromA + l]!) && isFinite(floats[fromB + l * m]!);
        if (finite) raise(value !== value ? flag.invalid : flag.overflow);
      }
    }
  }
  return { dtype, shape, data };
}

/** The places of what is not 0, one array an axis. */
export function nonzero(a: NdArray): NdArray[] {
  const places: number[] = [];
  a.data.forEach((x: number | bigint, i: number) => void (Number(x) !== 0 && places.push(i)));
  return stridesOf(a.shape).map((stride, axis) => ({
    dtype: 'int64',
    shape: [places.length],
    data: BigInt64Array.from(places, (at) => BigInt(Math.floor(at / stride) % a.shape[axis]!)),
  }));
}

/** Arrays one after the other along an axis; they fit. */
export function joined(arrays: readonly NdArray[], axis: number, dtype: Dtype): NdArray {
  const shape = arrays[0]!.shape.slice();
  shape[axis] = arrays.reduce((n, a) => n + a.shape[axis]!, 0);
  const data = zeros(dtype, sizeOf(shape));
  const outer = sizeOf(shape.slice(0, axis));
  const row = sizeOf(shape.slice(axis));
  let offset = 0;
  for (const a of arrays) {
    const own = cast(a, dtype).data;
    const length = sizeOf(a.shape.slice(axis));
    for (let o = 0; o < outer; o++) data.set(own.subarray(o * length, (o + 1) * length) as never, o * row + offset);
    offset += length;
  }
  return { dtype, shape, data };
}
