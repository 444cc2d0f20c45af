/** Makes an input that goes wrong smaller: shorter lists, fewer digits, rounder numbers, as long as it goes wrong alike. */
import type { Argument } from './forms.ts';
import { numbersOf } from './fault.ts';
import type { Datum } from './protocol.ts';

/** The significant digits of a number, as one would write it. */
const digitsOf = (x: number): number =>
  Number.isFinite(x)
    ? x
        .toExponential()
        .replace(/e.*|[-.]/g, '')
        .replace(/(?<=.)0+$/, '').length
    : 1;

/** How much there is to read in a number: digits, a sign, a point, and how far it is from everyday size. */
function costOf(x: number): number {
  if (x === 0) return Object.is(x, -0) ? 2 : 0;
  const order = Number.isFinite(x) ? Math.abs(Math.log10(Math.abs(x))) : 1;
  return 2 * digitsOf(x) + (x < 0 ? 0.5 : 0) + (Number.isInteger(x) ? 0 : 1) + order / 2;
}

/** How much there is to read in an input. */
export const readingCost = (args: Datum[]): number => {
  const numbers = numbersOf(args);
  return 10 * numbers.length + numbers.reduce((sum, x) => sum + costOf(x), 0);
};

/** Simpler numbers that may do in the place of one. */
function simpler(x: number): number[] {
  if (!Number.isFinite(x)) return [0];
  const size = Math.abs(x);
  const rounded = (digits: number) => Number(x.toPrecision(digits));
  const powers = size > 1 ? [10, 100, 1000].filter((power) => power <= Math.max(size, 1000)) : [];
  return [
    0,
    1,
    -1,
    2,
    -2,
    Math.trunc(x),
    rounded(1),
    rounded(2),
    ...powers.map((power) => Math.sign(x) * power),
  ].filter((one) => costOf(one) < costOf(x));
}

function* smallerList(z: number[]): Generator<number[]> {
  for (let size = z.length >> 1; size >= 1; size >>= 1)
    for (let from = 0; from + size <= z.length; from += size) yield z.toSpliced(from, size);
  if (z.length > 1) for (const x of new Set(z)) yield z.map(() => x);
  for (const [i, x] of z.entries()) for (const one of simpler(x)) yield z.with(i, one);
}

/** Inputs that are smaller in one place and still what the text promises. */
function* smaller(takes: readonly Argument[], args: Datum[]): Generator<Datum[]> {
  for (const [i, what] of takes.entries()) {
    const arg = args[i];
    if (arg === undefined) continue;
    if (what === 'logit') for (const one of simpler(arg as number)) yield args.with(i, one);
    if (what === 'logits') {
      const z = arg as number[];
      for (const one of smallerList(z)) {
        if (one.length === 0 || !one.some(Number.isFinite)) continue;
        if (takes[1] !== 'class') yield args.with(i, one);
        else for (const y of one.keys()) if (Number.isFinite(one[y])) yield [one, y];
      }
    }
    if (what === 'class') for (let y = 0; y < (arg as number); y++) yield args.with(i, y);
    if (what === 'temperature' || what === 'target')
      for (const one of [1, 0.5, 2].slice(0, what === 'target' ? 2 : 3)) if (one !== arg) yield args.with(i, one);
    if (what === 'threshold' && arg !== 0.5) yield args.with(i, 0.5);
    if (what === 'matrix') {
      const matrix = arg as number[][];
      if (matrix.length > 1) for (const j of matrix.keys()) yield args.with(i, matrix.toSpliced(j, 1));
      if (matrix[0]!.length > 1)
        for (const j of matrix[0]!.keys())
          yield args.with(
            i,
            matrix.map((row) => row.toSpliced(j, 1)),
          );
      for (const [j, row] of matrix.entries())
        for (const [k, x] of row.entries())
          for (const one of simpler(x)) yield args.with(i, matrix.with(j, row.with(k, one)));
    }
  }
}

/**
 * The smallest input found that is still wrong.
 * @param still tries an input, and says whether it goes wrong in the same way
 * @param most how many inputs may be tried
 */
export async function shrunk(
  takes: readonly Argument[],
  args: Datum[],
  still: (args: Datum[]) => Promise<boolean>,
  most = 200,
): Promise<Datum[]> {
  let best = args;
  const tried = new Set([JSON.stringify(args)]);
  for (let again = true; again;) {
    again = false;
    for (const candidate of smaller(takes, best)) {
      const key = JSON.stringify(candidate, (_, x: unknown) => (typeof x === 'number' ? String(x) : x));
      if (tried.has(key) || readingCost(candidate) >= readingCost(best)) continue;
      if (tried.size > most) return best;
      tried.add(key);
      if (await still(candidate)) {
        best = candidate;
        again = true;
        break;
      }
    }
  }
  return best;
}
