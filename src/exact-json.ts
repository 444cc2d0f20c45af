/**
 * JSON that keeps every float: `NaN`, `Infinity`, `-Infinity` and `-0`, which JSON can't hold, go in by name, as
 * `{ "number": "NaN" }`, and come out as they were. Pure.
 */

const names = ['NaN', 'Infinity', '-Infinity', '-0'];

const nameOf = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

/** Writes a value as JSON. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, x: unknown) =>
    typeof x === 'number' && names.includes(nameOf(x)) ? { number: nameOf(x) } : x,
  );

/** Reads what `toJson` wrote: the same value, to the last bit. */
export const fromJson = (text: string): unknown =>
  JSON.parse(text, (_, x: unknown) => {
    const name = typeof x === 'object' && x !== null && Object.keys(x).length === 1 && 'number' in x ? x.number : x;
    return name !== x && typeof name === 'string' && names.includes(name) ? Number(name) : x;
  });
