/**
 * Counts what a reader's function does, where the text of an exercise says how often it may: how many times it goes
 * through its list, and how many exponentials it takes. Runs beside the reader's code. Whoever forges these counts
 * deceives only himself: they never make a wrong result right.
 */

export interface Counts {
  /** How many times the function went through the list, a copy of it made first included. */
  passes: number;
  /** How many exponentials were taken, and how many of them as powers of `Math.E`. */
  exponentials: number;
  powers: number;
  /** Whether the argument was changed. */
  changed: boolean;
  /** The number of an entry that was asked for and is not there, if there was one. */
  outside?: number;
}

let exponentials = 0;
let powers = 0;

/** A function that is counted as an exponential whenever it is called. */
export const counted =
  <A extends unknown[], R>(f: (...args: A) => R): ((...args: A) => R) =>
  (...args) => {
    exponentials++;
    return f(...args);
  };

/** Counts every exponential of `Math` from now on. Before a reader's code runs, as it may keep a name of its own for it. */
export function countExponentials(math: Math = Math): void {
  const { exp, expm1, pow } = math;
  math.exp = counted(exp);
  math.expm1 = counted(expm1);
  const power = counted(pow);
  math.pow = (x, y) => {
    if (x !== math.E) return pow(x, y);
    powers++;
    return power(x, y);
  };
}

/** The least number of entries in which passes can be told from peeping ahead. */
export const leastToCount = 7;

/** Calls a function with its first list watched, and counts. */
export function watched<T>(args: unknown[], call: (args: unknown[]) => T): { returned: T; counts: () => Counts } {
  const list = args.find((arg): arg is number[] => Array.isArray(arg) && arg.length >= leastToCount);
  const before = JSON.stringify(args);
  const length = list?.length ?? 0;
  const reads: number[] = [];
  let outside: number | undefined;
  let atLastRead = 0;
  exponentials = powers = 0;
  const proxy =
    list &&
    new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^-?\d+$/.test(key) && !(key in target)) outside ??= Number(key);
        if (typeof key === 'string' && /^\d+$/.test(key) && reads.length < 100_000) {
          reads.push(Number(key));
          atLastRead = exponentials;
        }
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const returned = call(args.map((arg) => (arg === list && proxy ? proxy : arg)));
  const [taken, asPowers] = [exponentials, powers];
  return {
    returned,
    counts: () => ({
      passes: list ? passesOf(reads, length, taken - atLastRead) : 0,
      exponentials: taken,
      powers: asPowers,
      changed: JSON.stringify(args) !== before,
      ...(outside !== undefined && { outside }),
    }),
  };
}

/**
 * How many times a list was gone through.
 *
 * @param reads the entries that were looked at, in order
 * @param length how many there are
 * @param after the exponentials taken after the last look: where they are as many as entries, it was gone through, or
 *   copied, before
 */
export const passesOf = (reads: readonly number[], length: number, after: number): number =>
  visitsOf(reads, length >> 1) + (after >= length - 1 ? 1 : 0);

/** How often an entry in the middle was come to: a look at a neighbor does not end a visit. */
function visitsOf(reads: readonly number[], middle: number): number {
  let visits = 0;
  let there = false;
  for (const i of reads) {
    if (i === middle && !there) visits++;
    if (i === middle) there = true;
    else if (Math.abs(i - middle) > 1) there = false;
  }
  return visits;
}
