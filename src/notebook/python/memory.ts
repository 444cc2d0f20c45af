/**
 * The border between Python and the kernels. Arrays live in Python's own memory, so its collector frees them, and no
 * number crosses: Python says where an array's description stands, a kernel reads it there, and what it makes is copied
 * back to where Python has made room.
 *
 * A description is int32: type, 1 for a Python scalar, address, rank, then the shape and the steps, in elements.
 */
import { nearest } from '../../names.ts';
import {
  cast,
  commonShape,
  dtypes,
  expand,
  promote,
  promoteTypes,
  Raised,
  sizeOf,
  stridesOf,
  takeFlags,
  tuple,
  walk,
  zeros,
  type NdArray,
} from './arrays.ts';
import type { Counting } from './counting.ts';
import { binary, unary, where } from './elementwise.ts';
import { mathematics } from './mathematics.ts';
import { arrayRepr, arrayText, formatted, options, roundedTo, scalarRepr, scalarText } from './printing.ts';
import { Generator } from './random.ts';
import { accumulate, extremeAt, joined, nonzero, product, reduce, sorted } from './reductions.ts';

/** What kernels need of an interpreter: its memory, whose buffer is another one after it has grown. */
export interface PythonMemory {
  readonly buffer: ArrayBuffer;
}

/** The memory's elements of each type; float16 is kept as float32, which holds its values. */
const views = [Uint8Array, BigInt64Array, Float32Array, Float32Array, Float64Array] as const;

/** Where Python reads how a kernel fared: whether it failed, the flags raised, and the result's bytes, rank and type. */
const status = { failed: 0, flags: 1, bytes: 2, rank: 3, dtype: 4, length: 5 } as const;

/**
 * The kernels as functions that Python calls with addresses, counts and names.
 *
 * @param memory where Python's objects are
 * @param counting hears of every exponential, and of every look at an array
 */
export function kernelsOn(memory: PythonMemory, counting: Counting) {
  let statusAt = 0;
  let failure = '';
  /** Results that Python has not made room for yet. */
  let results: NdArray[] = [];
  const generators: Generator[] = [];
  /** Where Python reads a number. As what a function returns, 1.0 would come as an int, and 2.0**40 as 0. */
  let answerAt = 0;
  const answer = (x: number): void => void (new Float64Array(memory.buffer, answerAt, 1)[0] = x);

  const ints = (at: number, length: number) => new Int32Array(memory.buffer, at, length);
  const elements = (code: number) => new views[code]!(memory.buffer) as Float64Array | BigInt64Array;

  function describe(at: number) {
    const [code, weak, address, rank] = ints(at, 4) as unknown as [number, number, number, number];
    const rest = ints(at + 16, 2 * rank);
    const shape = Array.from(rest.subarray(0, rank));
    const strides = Array.from(rest.subarray(rank));
    return { code, weak: weak === 1, start: address / views[code]!.BYTES_PER_ELEMENT, shape, strides };
  }

  /** The array that stands at a description. */
  function read(at: number): NdArray {
    const { code, weak, start, shape, strides } = describe(at);
    if (counting.watches) walk(shape, strides, start, (place) => counting.look(place * views[code]!.BYTES_PER_ELEMENT));
    const dtype = dtypes[code]!;
    const data = zeros(dtype, sizeOf(shape));
    const from = elements(code);
    const own = stridesOf(shape);
    if (strides.every((step, axis) => step === own[axis] || shape[axis] === 1)) {
      data.set(from.subarray(start, start + data.length) as never);
      return { dtype, shape, data, weak };
    }
    walk(shape, strides, start, (place, i) => void (data[i] = from[place]! as never));
    // Axes that broadcast (of no step) or have one element keep their place.
    const order = shape.map((_, axis) => axis);
    order.sort(
      (a, b) => (shape[a] === 1 || shape[b] === 1 ? 0 : Math.abs(strides[b]!) - Math.abs(strides[a]!)) || a - b,
    );
    return { dtype, shape, data, weak, order: order.every((axis, i) => axis === i) ? undefined : order };
  }

  const say = (index: number, value: number) => void (ints(statusAt, status.length)[index] = value);
  function announce(): void {
    const { dtype, shape } = results[0]!;
    const code = dtypes.indexOf(dtype);
    say(status.bytes, sizeOf(shape) * views[code]!.BYTES_PER_ELEMENT);
    say(status.rank, shape.length);
    say(status.dtype, code);
  }

  /** A kernel as Python calls it: says in the status what came of it. An error of JavaScript's would end Python. */
  const kernel =
    <Args extends unknown[]>(of: (...args: Args) => NdArray | NdArray[]) =>
    (...args: Args): void => {
      takeFlags();
      counting.next();
      try {
        const made = of(...args);
        results = Array.isArray(made) ? made : [made];
        say(status.failed, 0);
        say(status.flags, takeFlags());
        if (results.length > 0) announce();
      } catch (error) {
        failure = error instanceof Raised ? `${error.name}\n${error.message}` : `MemoryError\n${String(error)}`;
        say(status.failed, 1);
      }
    };

  /** Writes an array into memory where a description says, broadcast and cast. */
  function write(target: number, value: NdArray, places?: { at: Int32Array; shape: readonly number[] }): void {
    const { code, start, shape, strides } = describe(target);
    const to = places?.shape ?? shape;
    // Axes of one element in front of what is assigned are dropped.
    let from = value.shape;
    while (from.length > to.length && from[0] === 1) from = from.slice(1);
    const common = commonShape(from, to);
    if (!common || common.length !== to.length || common.some((n, axis) => n !== to[axis])) {
      throw new Raised(
        'ValueError',
        places
          ? `shape mismatch: value array of shape ${tuple(value.shape)} could not be broadcast to indexing result of shape ${tuple(to)}`
          : `could not broadcast input array from shape ${tuple(value.shape)} into shape ${tuple(to)}`,
      );
    }
    const values = expand({ ...cast(value, dtypes[code]!), shape: from }, to);
    const into = elements(code);
    if (places) places.at.forEach((at, i) => void (into[at] = values[i]! as never));
    else walk(shape, strides, start, (at, i) => void (into[at] = values[i]! as never));
  }

  /** The places that index arrays (int64) pick along some axes of an array, and the shape they come in. */
  function picked(target: number, axes: string, indices: readonly number[]): { at: Int32Array; shape: number[] } {
    const { start, shape, strides } = describe(target);
    const along = axes.split(',').map(Number);
    const arrays = indices.map(read);
    const common = commonShape(...arrays.map((a) => a.shape));
    if (!common) {
      const shapes = arrays.map((a) => tuple(a.shape)).join(' ');
      throw new Raised(
        'IndexError',
        `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes} `,
      );
    }
    const steps = new Int32Array(sizeOf(common));
    along.forEach((axis, k) => {
      const n = shape[axis]!;
      (expand(arrays[k]!, common) as BigInt64Array).forEach((index, i) => {
        const place = Number(index);
        if (place < -n || place >= n) {
          throw new Raised('IndexError', `index ${place} is out of bounds for axis ${axis} with size ${n}`);
        }
        steps[i]! += (place < 0 ? place + n : place) * strides[axis]!;
      });
    });
    // Index arrays side by side leave their axes there; apart, in front.
    const together = along.every((axis, k) => k === 0 || axis === along[k - 1]! + 1);
    const rest = shape.map((_, axis) => axis).filter((axis) => !along.includes(axis));
    const before = together ? rest.filter((axis) => axis < along[0]!) : [];
    const after = rest.filter((axis) => !before.includes(axis));
    const sizes = (list: number[]) => list.map((axis) => shape[axis]!);
    const outShape = [...sizes(before), ...common, ...sizes(after)];
    const at = new Int32Array(sizeOf(outShape));
    const ownSteps = (list: number[]) => {
      const places = new Int32Array(sizeOf(sizes(list)));
      walk(
        sizes(list),
        list.map((axis) => strides[axis]!),
        0,
        (place, i) => void (places[i] = place),
      );
      return places;
    };
    const [first, last] = [ownSteps(before), ownSteps(after)];
    let i = 0;
    for (const one of first) for (const step of steps) for (const other of last) at[i++] = start + one + step + other;
    return { at, shape: outShape };
  }

  const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

  return {
    /** Tells where the status stands, and the number that a function of numbers makes. */
    begin(status: number, number: number): void {
      statusAt = status;
      answerAt = number;
    },
    /** What went wrong: the exception's class, a line's end, its message. */
    failure: (): string => failure,
    /** Copies the next result into the room made for it, and its description. */
    take(dataAt: number, descriptionAt: number): void {
      const { dtype, shape, data, order } = results.shift()!;
      const code = dtypes.indexOf(dtype);
      const strides = stridesOf(shape);
      const into = elements(code);
      const start = dataAt / views[code]!.BYTES_PER_ELEMENT;
      if (order) {
        stridesOf(order.map((axis) => shape[axis]!)).forEach((step, i) => void (strides[order[i]!] = step));
        walk(shape, strides, start, (at, i) => void (into[at] = data[i]! as never));
      } else into.set(data as never, start);
      ints(descriptionAt, 4 + 2 * shape.length).set([code, 0, dataAt, shape.length, ...shape, ...strides]);
      if (results.length > 0) announce();
    },

    unary: kernel((name: string, a: number) => {
      const x = read(a);
      counting.unary(name, x.data.length);
      return unary(name, x);
    }),
    binary: kernel((name: string, a: number, b: number) => {
      const [x, y] = [read(a), read(b)];
      counting.binary(name, x, y);
      return binary(name, x, y);
    }),
    /** Hears of a look at one entry, by its address. */
    look: (address: number): void => counting.look(address),
    where: kernel((condition: number, a: number, b: number) => where(read(condition), read(a), read(b))),
    /** The same in C order. */
    plain: kernel((a: number) => ({ ...read(a), order: undefined, weak: false })),
    cast: kernel((a: number, code: number) => cast(read(a), dtypes[code]!)),
    reduce: kernel((name: string, a: number, axes: string, keepdims: boolean) =>
      reduce(name, read(a), numbers(axes), keepdims),
    ),
    accumulate: kernel((name: string, a: number, axis: number) => accumulate(name, read(a), axis)),
    extreme: kernel((name: 'argmax' | 'argmin', a: number, axis: number, keepdims: boolean) =>
      extremeAt(name, read(a), axis, keepdims),
    ),
    sort: kernel((a: number, axis: number, places: boolean) => sorted(read(a), axis, places)),
    nonzero: kernel((a: number) => nonzero(read(a))),
    join: kernel((axis: number, code: number, ...arrays: number[]) => joined(arrays.map(read), axis, dtypes[code]!)),
    pick: kernel((a: number, axes: string, ...indices: number[]) => {
      const { code } = describe(a);
      const { at, shape } = picked(a, axes, indices);
      const data = zeros(dtypes[code]!, at.length);
      const from = elements(code);
      at.forEach((place, i) => void (data[i] = from[place]! as never));
      if (counting.watches) at.forEach((place) => counting.look(place * views[code]!.BYTES_PER_ELEMENT));
      return { dtype: dtypes[code]!, shape, data };
    }),
    put: kernel((a: number, value: number, axes: string, ...indices: number[]) => {
      write(a, read(value), picked(a, axes, indices));
      return [];
    }),
    write: kernel((a: number, value: number) => {
      write(a, read(value));
      return [];
    }),
    product: kernel((a: number, b: number) => {
      const [x, y] = [read(a), read(b)];
      const dtype = promoteTypes(x.dtype, y.dtype);
      const batch = commonShape(x.shape.slice(0, -2), y.shape.slice(0, -2));
      if (!batch) {
        const shapes = [x, y].map((each) => tuple(each.shape)).join(' ');
        throw new Raised(
          'ValueError',
          `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapes}`,
        );
      }
      return product(x, y, dtype, batch);
    }),
    /** The code of the type in which arrays meet. */
    meet: (...arrays: number[]): number => {
      const heads = arrays.map((at): NdArray => {
        const { code, weak } = describe(at);
        return { dtype: dtypes[code]!, shape: [], data: zeros('bool', 0), weak };
      });
      return dtypes.indexOf(heads.reduce((a, b) => ({ ...a, dtype: promote(a, b), weak: a.weak && b.weak })).dtype);
    },

    text: (a: number): string => arrayText(read(a)),
    repr: (a: number): string => arrayRepr(read(a)),
    scalarText: (a: number): string => ((x) => scalarText(x.data[0]!, x.dtype))(read(a)),
    scalarRepr: (a: number): string => ((x) => scalarRepr(x.data[0]!, x.dtype))(read(a)),
    setOption: (name: string, value: number): void => void Object.assign(options, { [name]: value }),

    /** x to so many decimals, as Python's round: the decimal of its exact value, ties to even. */
    rounded: (x: number, digits: number): void => answer(roundedTo(x, digits)),

    /** A float in a text of Python, or nothing if it is none of those formats. */
    formatted: (x: number, spec: string): string => formatted(x, spec),

    /** A name that is not there, with the nearest that is. */
    nearest: (name: string, names: string): string => nearest(name, names.split(' '))[0] ?? '',

    /** A generator of random numbers, by a handle that lives as long as the interpreter. */
    generator: (seed: string): number => generators.push(new Generator(BigInt(seed))) - 1,
    random: kernel((handle: number, kind: string, count: string, low: string, high: string): NdArray => {
      const n = Number(count);
      const generator = generators[handle]!;
      if (kind === 'integers') {
        const data = BigInt64Array.from({ length: n }, () => 0n);
        generator.integers(data, BigInt(low), BigInt(high));
        return { dtype: 'int64', shape: [n], data };
      }
      const data = new Float64Array(n);
      for (let i = 0; i < n; i++) data[i] = kind === 'normal' ? generator.normal() : generator.random();
      return { dtype: 'float64', shape: [n], data };
    }),

    ...Object.fromEntries(
      Object.entries(mathematics).map(([name, of]) => [
        name,
        (x: number, y: number): void => {
          counting.number(name, x);
          answer(of(x, y));
        },
      ]),
    ),
  };
}
