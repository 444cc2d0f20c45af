/** Argument checks shared by the functions of this folder. Their messages read `what: value; expected …`. */

/** A value as an error message shows it. */
const show = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

/** Throws a `TypeError` unless `value` is an array or a typed array. */
export function checkVector(what: string, value: ArrayLike<number>): void {
  if (typeof value !== 'object' || value === null || typeof value.length !== 'number') {
    throw new TypeError(`${what}: ${show(value)}; expected an array of numbers`);
  }
}

/** Throws a `RangeError` unless `value` is an index into an array of `length` entries. */
export function checkIndex(what: string, value: number, length: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= length) {
    const expected = length > 0 ? `an integer from 0 to ${length - 1}` : 'no index at all: there are no classes';
    throw new RangeError(`${what}: ${show(value)}; expected ${expected}`);
  }
}

/** Throws a `RangeError` unless `value` is positive and finite. */
export function checkTemperature(value: number): void {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(`temperature: ${show(value)}; expected a positive, finite number`);
  }
}

/** Throws a `RangeError` unless `value` lies in [0, 1]. */
export function checkProbability(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${what}: ${show(value)}; expected a number from 0 to 1`);
  }
}

/** The array to write `length` results to: `out` if given and of that length, else a new one. */
export function outputOf(out: Float64Array | undefined, length: number): Float64Array {
  if (out === undefined) return new Float64Array(length);
  if (!(out instanceof Float64Array)) throw new TypeError(`out: ${show(out)}; expected a Float64Array`);
  if (out.length !== length) {
    throw new RangeError(`out.length: ${out.length}; expected ${length}, the number of logits`);
  }
  return out;
}

/** The entry of `record` called `name`; a `RangeError` that lists the known names if there is none. */
export function entryOf<T>(what: string, record: Readonly<Record<string, T>>, name: string): T {
  const entry = Object.hasOwn(record, name) ? record[name] : undefined;
  if (entry === undefined) {
    throw new RangeError(`${what}: ${show(name)}; expected one of ${Object.keys(record).join(', ')}`);
  }
  return entry;
}
