/**
 * Plain data on its way to Python and back: a text that says how it is built (see data.py), and its numbers by
 * themselves, so that none loses a digit, −0, an infinity or NaN, and many cross at once.
 */
import type { Datum } from '../protocol.ts';

/** Arguments on their way to Python. */
export interface Encoded {
  readonly text: string;
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Where the numbers of the first list begin, and how many there are. */
  readonly first: number;
  readonly length: number;
}

const areNumbers = (list: readonly Datum[]): list is number[] => list.every((x) => typeof x === 'number');

/**
 * Arguments as Python takes them. A list of numbers is an array of float64, and so is a matrix: code for arrays works
 * with it, and so does code for lists, as it can be gone through, indexed and measured like one. A number by itself is a
 * float. Beside a list it is an int where it is whole: it may say where to look, as a class or an axis does.
 */
export function encoded(args: readonly Datum[]): Encoded {
  const numbers: number[] = [];
  const beside = args.some(Array.isArray);
  let first = 0;
  let length = 0;
  const array = (shape: readonly number[], values: readonly number[]): object => {
    if (length === 0) [first, length] = [numbers.length, shape.length === 1 ? values.length : 0];
    for (const x of values) numbers.push(x);
    return { '#': shape };
  };
  const part = (x: Datum): unknown => {
    if (typeof x === 'number') {
      numbers.push(x);
      return beside && Number.isSafeInteger(x) && !Object.is(x, -0) ? 1 : 0;
    }
    if (Array.isArray(x)) {
      if (areNumbers(x)) return array([x.length], x);
      const rows = x.filter((row): row is number[] => Array.isArray(row) && areNumbers(row));
      const width = rows[0]?.length;
      if (rows.length === x.length && rows.every((row) => row.length === width))
        return array([x.length, width!], rows.flat());
      return x.map(part);
    }
    if (typeof x !== 'object' || x === null) return x;
    return { '': Object.fromEntries(Object.entries(x).map(([name, value]) => [name, part(value)])) };
  };
  const built = args.map(part);
  return { text: JSON.stringify([numbers.length, ...built]), numbers: Float64Array.from(numbers), first, length };
}

/** What came back from Python: its text, and its numbers in their order. */
export function decoded(text: string, pieces: readonly Float64Array[]): Datum {
  let piece = 0;
  let at = 0;
  const next = (): number => {
    while (at >= pieces[piece]!.length) [piece, at] = [piece + 1, 0];
    return pieces[piece]![at++]!;
  };
  const array = ([n, ...rest]: readonly number[]): Datum[] =>
    Array.from({ length: n! }, () => (rest.length > 0 ? array(rest) : next()));
  const part = (x: unknown): Datum => {
    if (typeof x === 'number') return next();
    if (Array.isArray(x)) return x.map(part);
    if (typeof x !== 'object' || x === null) return x as Datum;
    if ('#' in x) return array(x['#'] as number[]);
    return Object.fromEntries(Object.entries((x as { '': object })['']).map(([name, value]) => [name, part(value)]));
  };
  return part(JSON.parse(text));
}
