/** What that which came back has in common, whatever the input: told by looking at it alone. */
import { agree, depthOf, numbersOf, sameShape } from './fault.ts';
import type { Argument } from './forms.ts';
import type { Datum } from './protocol.ts';
import { isNaNOnly, type Seen } from './slips.ts';
import { top } from './traits.ts';

/** What wrong results have in common, and what a reader knows by that. */
export interface Common {
  /** In a sentence or two. */
  says: string;
  /**
   * In what way it goes wrong, or only on which inputs or in which entries; that nothing but its digits is wrong; or
   * nothing, as there is nothing but NaN.
   */
  tells: 'way' | 'where' | 'digits' | 'nothing';
}

const way = (says: string): Common => ({ says, tells: 'way' });
const where = (says: string): Common => ({ says, tells: 'where' });

/** A number as one would write it. */
const short = (x: number): string => String(x).replace('-', '−');

/** A size as one would say it. */
export const about = (x: number): string => {
  const rounded = Number(x.toPrecision(Math.abs(x) < 100 ? 3 : 4));
  return `${alike(rounded, x) ? '' : 'about '}${rounded.toLocaleString('en').replace('-', '−')}`;
};

const isList = (value: Datum): boolean => Array.isArray(value);

const alike = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/** The one number that all of these are, if they are. */
const theOne = (values: number[]): number | undefined =>
  values.length > 1 && values.every((x) => Number.isFinite(x) && alike(x, values[0]!)) ? values[0] : undefined;

const text = (value: Datum) => JSON.stringify(value, (_, x: unknown) => (typeof x === 'number' ? String(x) : x));

/** Whether what comes back does not depend on what is given, or is just that. */
export function blindness(seen: readonly Seen[]): Common | undefined {
  const results = seen.flatMap(({ args, returned }) => ('data' in returned ? [{ args, got: returned.data }] : []));
  if (results.length < seen.length || results.length < 3) return undefined;
  if (results.some(({ got }) => typeof got !== 'number' && !Array.isArray(got))) return undefined;
  // That a number comes back where a list should says more than that it is always the same.
  if (seen.some(({ returned, expected }) => 'data' in returned && isList(returned.data) !== isList(expected)))
    return undefined;
  if (seen.every((one) => isNaNOnly(one) && 'data' in one.returned && sameShape(one.returned.data, one.expected)))
    return { says: 'It is NaN whatever it is given: something has no value, or 0 is divided by 0.', tells: 'nothing' };
  const numbers = results.flatMap(({ got }) => (typeof got === 'number' ? [got] : []));
  const isOne = numbers.length === results.length && Math.max(...numbers) - Math.min(...numbers) < 1e-12;
  if (isOne || new Set(results.map(({ got }) => text(got))).size === 1)
    return way('It returns the same, whatever it is given.');
  if (results.every(({ args, got }) => text(got) === text(args[0]!)))
    return where('It gives back what it is given, unchanged.');
  return undefined;
}

/** Whether no entry is off by more than a thousandth, of itself or of 1. */
const isNearlyRight = ({ returned, expected }: Seen): boolean => {
  if (!('data' in returned) || !sameShape(returned.data, expected)) return false;
  const got = numbersOf(returned.data);
  return numbersOf(expected).every((x, i) => x === got[i] || Math.abs(got[i]! - x) <= 1e-3 * Math.max(1, Math.abs(x)));
};

/** What goes into the sigmoid, where that is a straight line of the logit, or of the difference, and not that itself. */
export function inside(takes: readonly Argument[], seen: readonly Seen[]): Common | undefined {
  const two = takes[1] === 'logit';
  if (takes[0] !== 'logit' || takes.length > (two ? 2 : 1)) return undefined;
  const points = seen.flatMap(({ args, returned }) => {
    const z = (args[0] as number) - (two ? (args[1] as number) : 0);
    const p = 'data' in returned ? returned.data : undefined;
    return typeof p === 'number' && Math.abs(z) <= 2 && args.every((x) => Math.abs(x as number) <= 4)
      ? [{ z, x: Math.log(p / (1 - p)) }]
      : [];
  });
  const at = (z: number) => points.find((one) => one.z === z)?.x ?? NaN;
  const [offset, slope] = [at(0), at(1) - at(0)];
  const isLine = points.length >= 5 && points.every(({ z, x }) => Math.abs(x - slope * z - offset) < 1e-6);
  const [k, c] = [slope, offset].map((x) => Number(x.toPrecision(4)));
  if (!isLine || !k || (k === 1 && Math.abs(c!) < 1e-6)) return undefined;
  const name = two ? '(z1 − z2)' : 'z';
  const factor = k === 1 ? '' : k === -1 ? '−' : `${String(k).replace('-', '−')} · `;
  const added = Math.abs(c!) < 1e-6 ? '' : ` ${c! < 0 ? '−' : '+'} ${Math.abs(c!)}`;
  return way(
    `It is the sigmoid of ${factor}${name}${added}, not of ${two ? 'z1 − z2' : 'z'}: nothing is added, and there is no factor.`,
  );
}

/** What code may have made of the right number, last. */
const turns: { words: string; of: (x: number) => number }[] = [
  { words: '1 minus', of: (x) => 1 - x },
  { words: 'one over', of: (x) => 1 / x },
  { words: 'the square of', of: (x) => x * x },
  { words: 'the square root of', of: Math.sqrt },
  { words: 'the size, without the sign, of', of: Math.abs },
  { words: 'e to the power of', of: Math.exp },
  { words: 'e to the power of minus', of: (x) => Math.exp(-x) },
  { words: 'the logarithm of', of: Math.log },
  { words: 'minus the logarithm of', of: (x) => -Math.log(x) },
  { words: 'the logarithm to base 2 of', of: Math.log2 },
  { words: 'the logarithm to base 10 of', of: Math.log10 },
];

/** The one number that comes back wherever there should be more, or less. */
export function bound(seen: readonly Seen[], wrong: readonly Seen[]): string | undefined {
  const entries = seen.flatMap((one) =>
    'data' in one.returned && sameShape(one.returned.data, one.expected)
      ? numbersOf(one.returned.data).map((got, i) => ({ one, got, expected: numbersOf(one.expected)[i]! }))
      : [],
  );
  const off = entries.filter(({ one, got, expected }) => wrong.includes(one) && !agree(got, expected, one.slack));
  const c = theOne(off.map(({ got }) => got));
  if (c === undefined || wrong.some((one) => !off.some((entry) => entry.one === one))) return undefined;
  const others = entries.filter((entry) => !off.includes(entry) && entry.got !== c).map(({ got }) => got);
  for (const [sign, more] of [
    [1, 'more'],
    [-1, 'less'],
  ] as const)
    if (off.every(({ expected }) => sign * (expected - c) > 0) && others.every((x) => sign * (c - x) > 0))
      return `It goes wrong only where ${more} than ${short(c)} should come back: it is ${short(c)} there.`;
  return undefined;
}

/** Whether every entry is the one that should stand so many places further on. */
const isMoved = (got: Datum[], expected: Datum[], by: number): boolean =>
  got.every((x, i) => expected[i + by] === undefined || alike(x as number, expected[i + by] as number)) &&
  got.some((x, i) => !alike(x as number, expected[i] as number));

/** What makes no difference, although it should. */
export function indifference(takes: readonly Argument[], seen: readonly Seen[]): string | undefined {
  const results = seen.flatMap(({ args, returned, expected }) =>
    'data' in returned ? [{ args, got: returned.data, expected }] : [],
  );
  if (results.length < seen.length) return undefined;
  const same = (a: Datum, b: Datum) => {
    const [x, y] = [numbersOf(a), numbersOf(b)];
    return sameShape(a, b) && x.every((one, i) => one === y[i] || alike(one, y[i]!));
  };
  /** Whether two inputs that are alike in this way always give the same, and should not. */
  const isAlways = (key: (args: Datum[]) => string): boolean => {
    const firsts = new Map<string, (typeof results)[number]>();
    const pairs = results.flatMap((one) => {
      const first = firsts.get(key(one.args));
      if (!first) firsts.set(key(one.args), one);
      return first ? [[first, one] as const] : [];
    });
    const different = pairs.filter(([a, b]) => !same(a.expected, b.expected));
    return different.length > 4 && pairs.every(([a, b]) => same(a.got, b.got));
  };
  const second = takes[1];
  if (second && second !== 'logit' && results[0]!.args.length > 1 && isAlways(([z]) => text(z!)))
    return `${names[second]} makes no difference to what comes back.`;
  if (takes[0] !== 'logit') return undefined;
  if (second === 'logit' && isAlways((args) => text((args as number[]).toSorted((a, b) => a - b))))
    return 'It gives the same when the two logits are exchanged.';
  if (second !== 'logit' && isAlways(([z, ...rest]) => text([Math.abs(z as number), ...rest])))
    return 'z and −z give the same: the sign is lost on the way.';
  return undefined;
}

/** What the second argument is called. */
const names: Partial<Record<Argument, string>> = {
  class: 'The class',
  temperature: 'The temperature',
  target: 'The target',
  axis: 'The axis',
  threshold: 'The threshold',
};

/** What holds of everything that came back. */
export function relation(
  takes: readonly Argument[],
  seen: readonly Seen[],
  wrong: readonly Seen[],
): Common | undefined {
  const results = seen.flatMap(({ args, returned, expected }) =>
    'data' in returned ? [{ args, got: returned.data, expected }] : [],
  );
  if (results.length < seen.length || results.length < 3) return undefined;
  const lists = results.filter(({ got, expected }) => isList(got) && depthOf(got) === depthOf(expected));
  const lengths = theOne(lists.map(({ got, expected }) => (got as Datum[]).length - (expected as Datum[]).length));
  if (lengths && lists.length === results.length)
    return way(
      `It returns ${Math.abs(lengths) === 1 ? 'one entry' : `${Math.abs(lengths)} entries`} too ${lengths > 0 ? 'many' : 'few'}.`,
    );
  const isCount = ({ got, expected }: (typeof results)[number]) =>
    numbersOf(got).length === 1 && numbersOf(got)[0] === (expected as Datum[]).length;
  if (takes.includes('threshold') && results.every(isCount))
    return way('What comes back is how many reach the threshold, and not which.');
  const asMany = lists.every(({ args, got }) => (got as Datum[]).length === (args[0] as Datum[]).length);
  if (takes.includes('threshold') && asMany && lists.length === results.length)
    return way('As many entries come back as there are logits, however many reach the threshold.');
  const times = theOne(lists.map(({ got, expected }) => (got as Datum[]).length / (expected as Datum[]).length));
  if (times && times !== 1 && lists.length === results.length)
    return way(`It returns ${times === 2 ? 'twice' : `${about(times)} times`} as many entries as it should.`);
  const size = theOne(lists.map(({ got }) => (got as Datum[]).length));
  if (size && !takes.includes('threshold') && lengths === undefined && lists.length === results.length)
    return way(
      size === 1
        ? 'It returns a single entry, however many there should be: does a `return` stand inside the loop?'
        : `It returns ${size} entries, however many there should be.`,
    );
  const longer = lists.filter(({ expected }) => (expected as Datum[]).length > 2);
  for (const [by, when] of [
    [1, 'early'],
    [-1, 'late'],
  ] as const)
    if (longer.length > 3 && longer.every(({ got, expected }) => isMoved(got as Datum[], expected as Datum[], by)))
      return way(`Every entry stands one place too ${when}: look at the number that is asked for with it.`);
  const flat = lists.filter(({ expected }) => new Set(expected as Datum[]).size > 1 && depthOf(expected) === 1);
  if (
    lists.length === results.length &&
    flat.length > 3 &&
    flat.every(({ got }) => (got as Datum[]).length > 1 && new Set(got as Datum[]).size === 1)
  )
    return way('All entries of a list that comes back are the same.');
  const pairs = results
    .map(({ got, expected }) => [numbersOf(got), numbersOf(expected), sameShape(got, expected)] as const)
    .filter(([, b]) => b.every((x) => Number.isFinite(x) && Math.abs(x) < 50));
  if (pairs.length < 3 || !pairs.every(([a, , same]) => same && a.every(Number.isFinite))) return undefined;
  // Whole numbers say something by themselves; decimals only beside the right ones.
  const isCut = (k: number) => (x: number, expected: number) =>
    Math.abs(x * 10 ** k - Math.round(x * 10 ** k)) < 1e-9 * 10 ** k && (k === 0 || Math.abs(x - expected) <= 10 ** -k);
  const decimals = [0, 1, 2, 3, 4].find((k) => pairs.every(([a, b]) => a.every((x, i) => isCut(k)(x, b[i]!))));
  if (!takes.includes('threshold') && decimals !== undefined)
    return (decimals === 0 ? where : way)(
      decimals === 0
        ? 'Every number that comes back is whole: something is rounded or cut to that, or is a comparison.'
        : `No number that comes back has more than ${decimals === 1 ? 'one decimal' : `${decimals} decimals`}: it is rounded, or cut short.`,
    );
  const factors = ([a, b]: readonly [number[], number[], boolean]) =>
    b.flatMap((x, i) => (Math.abs(x) > 1e-6 ? [a[i]! / x] : []));
  const offOf = (some: typeof pairs) => Math.max(...some.flatMap(factors).map((one) => Math.abs(one - 1)));
  const factor = theOne(pairs.flatMap(factors));
  if (factor !== undefined && !alike(factor, 1))
    return way(
      alike(factor, -1)
        ? 'Every result has the wrong sign.'
        : `Every result is ${about(factor)} times what it should be.`,
    );
  const offset = theOne(pairs.flatMap(([a, b]) => b.map((x, i) => a[i]! - x)));
  if (offset !== undefined && Math.abs(offset) > 1e-6)
    return way(`Every result is ${about(Math.abs(offset))} too ${offset > 0 ? 'large' : 'small'}.`);
  const made = turns.find(
    ({ of }) =>
      !takes.includes('threshold') &&
      pairs.some(([a, b]) => b.some((x, i) => !alike(a[i]!, x))) &&
      pairs.every(([a, b]) => b.every((x, i) => Number.isFinite(of(x)) && alike(a[i]!, of(x)))),
  );
  if (made) return way(`Every result is ${made.words} what it should be.`);
  if (wrong.every(isNearlyRight)) {
    const off = offOf(pairs);
    const apart = Math.max(...pairs.flatMap(([a, b]) => b.map((x, i) => Math.abs(a[i]! - x))));
    for (const [size, what] of [
      [off, 'digits'],
      [apart, 'decimals'],
    ] as const)
      if (size < 1e-3 && size > 1e-13)
        return {
          says: `The results are right to about ${Math.floor(-Math.log10(size))} ${what}, no more: something is rounded, cut short or added on the way.`,
          tells: 'digits',
        };
  }
  // Of places one doesn't say that they stand in proportion.
  if (takes.includes('threshold')) return undefined;
  const several = pairs.filter(([, b]) => b.filter((x) => Math.abs(x) > 1e-6).length > 1);
  if (several.length > 3 && offOf(several) > 1e-6) {
    const nowhereElse = ([a, b]: (typeof pairs)[number]) => b.every((x, i) => x !== 0 || Math.abs(a[i]!) <= 1e-6);
    if (several.every((pair) => theOne(factors(pair)) && nowhereElse(pair)))
      return where(
        'Within each list the entries stand in the right proportion to each other, but all of them are off by the same factor.',
      );
    if (several.every(([a, b]) => theOne(b.map((x, i) => a[i]! - x)) !== undefined))
      return where(
        'Within each list the entries have the right distances from each other, but all of them are off by the same amount.',
      );
    const sorted = (values: readonly number[]) => values.toSorted((x, y) => x - y);
    if (several.every(([a, b]) => sorted(a).every((x, i) => alike(x, sorted(b)[i]!))))
      return way('The entries are right, but they stand in the wrong order.');
  }
  return undefined;
}

/** A place among the entries of what comes back. */
interface Place {
  is: string;
  has: (path: number[], args: any[], ends: number[]) => boolean;
}

const inLists: Place[] = [
  { is: 'the first is', has: ([i]) => i === 0 },
  { is: 'the last is', has: ([i], _, [last]) => i === last },
  { is: 'that of the right class is', has: ([i], [, y]) => i === y },
  { is: 'that of the largest logit is', has: ([i], [z]) => z[i!] === top(z) },
  { is: 'those of −∞ are', has: ([i], [z]) => z[i!] === -Infinity },
];
const inMatrices: Place[] = [
  {
    is: 'those of the first row, or with axis 0 of the first column, are',
    has: ([i, j], [, axis]) => (axis === 1 ? i : j) === 0,
  },
  {
    is: 'those of the last row, or with axis 0 of the last column, are',
    has: ([i, j], [, axis], [rows, columns]) => (axis === 1 ? i === rows : j === columns),
  },
  { is: 'those of the first row are', has: ([i]) => i === 0 },
  { is: 'those of the last row are', has: ([i], _, [last]) => i === last },
  { is: 'those of the first column are', has: ([, j]) => j === 0 },
  { is: 'those of the last column are', has: ([, j], _, [, last]) => j === last },
];
const inPairs: Place[] = [
  { is: 'the first is', has: ([i]) => i === 0 },
  { is: 'the second is', has: ([i]) => i === 1 },
];

/** Every entry, and where it stands. */
const entriesOf = (value: Datum, path: number[] = []): { path: number[]; x: Datum }[] =>
  Array.isArray(value) ? value.flatMap((entry, i) => entriesOf(entry, [...path, i])) : [{ path, x: value }];

/** In which of its entries a list or a matrix goes wrong, where that is always in the same ones. */
export function places(takes: readonly Argument[], seen: readonly Seen[], wrong: readonly Seen[]): string | undefined {
  if (takes.includes('threshold')) return undefined;
  const results = wrong.flatMap(({ args, returned, expected, slack }) => {
    if (!('data' in returned) || !Array.isArray(expected) || !sameShape(returned.data, expected)) return [];
    const got = entriesOf(returned.data);
    const ends = [expected.length - 1, ((expected[0] as Datum[] | undefined)?.length ?? 0) - 1];
    const entries = entriesOf(expected).map(({ path, x }, i) => ({ path, right: agree(got[i]!.x, x, slack) }));
    return [{ args, ends, entries }];
  });
  if (results.length < wrong.length) return undefined;
  const isPair =
    takes[0] === 'logits' && seen.some(({ args, expected }) => (args[0] as []).length !== (expected as []).length);
  const telling = results.filter(({ entries }) => entries.length > (isPair ? 1 : 2));
  if (telling.length < 3) return undefined;
  const all = takes[0] === 'matrix' ? inMatrices : isPair ? inPairs : inLists;
  const of = isPair ? 'Of the two numbers' : 'Of the entries';
  const isWrong = ({ has }: Place, inside: boolean) =>
    results.every(({ args, ends, entries }) =>
      entries.every(({ path, right }) => right || has(path, args, ends) === inside),
    ) && telling.some(({ args, ends, entries }) => entries.some(({ path }) => has(path, args, ends) !== inside));
  const only = all.find((place) => isWrong(place, true));
  if (only) return `${of}, only ${only.is} ever wrong.`;
  const others = all.find((place) => isWrong(place, false));
  return others && `${of}, only ${others.is} always right.`;
}
