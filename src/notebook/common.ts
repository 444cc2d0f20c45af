/** What the inputs that go wrong have in common, where no slip explains them: found by looking, and by trying. */
import { agree, depthOf, isEveryday, numbersOf, sameShape } from './fault.ts';
import type { Argument } from './forms.ts';
import type { Datum } from './protocol.ts';
import { isNaNOnly, type Seen } from './slips.ts';

/** The trait that says least. */
const severalLogits = 'there is more than one logit';

/** What is said where nothing else is common to the inputs that go wrong. */
const vague = 'It is right for a single logit, and not always for more.';

/** Something that an input has or has not. */
interface Trait {
  where: string;
  has: (args: any) => boolean;
  /** The same input without it, where that can be tried. */
  without?: (args: any[]) => Datum[];
}

/** A size of an input, and how to make an input of that size. */
interface Measure {
  /** What is said of the size from which on it goes wrong. */
  reaches: (size: string) => string;
  of: (args: any[]) => number;
  make: (size: number, like: any[]) => Datum[];
}

/** How many of these logits have a sigmoid of at least the threshold. */
const reached = (z: number[], threshold: number): number => z.filter((x) => 1 / (1 + Math.exp(-x)) >= threshold).length;

const top = (z: number[]): number => Math.max(...z);

/** An input with its logits in another order; a class stays with its logit. */
const inOrder =
  (compare: (a: number, b: number) => number) =>
  ([z, ...rest]: any[]): Datum[] => {
    const places = [...(z as number[]).keys()].sort((i, j) => compare(z[i], z[j]));
    const [second] = rest as [number?];
    return [places.map((i) => z[i]), ...(places.includes(second ?? -1) ? [places.indexOf(second!)] : rest)];
  };
const rising = inOrder((a, b) => a - b);
const falling = inOrder((a, b) => b - a);

const ofLogits: Trait[] = [
  { where: 'the list is empty', has: ([z]: [number[]]) => z.length === 0 },
  { where: 'there is a single logit', has: ([z]: [number[]]) => z.length === 1 },
  { where: severalLogits, has: ([z]: [number[]]) => z.length > 1 },
  { where: 'the logits differ', has: ([z]: [number[]]) => z.some((x) => x !== z[0]) },
  { where: 'there are more than two logits', has: ([z]: [number[]]) => z.length > 2 },
  { where: 'a logit is −∞', has: ([z]: [number[]]) => z.includes(-Infinity) },
  { where: 'two logits are equal', has: ([z]: [number[]]) => new Set(z).size < z.length },
  {
    where: 'the largest logit occurs more than once',
    has: ([z]: [number[]]) => z.indexOf(top(z)) < z.lastIndexOf(top(z)),
  },
  { where: 'the largest logit is not the first', has: ([z]: [number[]]) => z.indexOf(top(z)) > 0, without: falling },
  {
    where: 'the largest logit is not the last',
    has: ([z]: [number[]]) => z.lastIndexOf(top(z)) < z.length - 1,
    without: rising,
  },
  { where: 'the first logit is the largest', has: ([z]: [number[]]) => z.indexOf(top(z)) === 0, without: rising },
  { where: 'every logit is negative', has: ([z]: [number[]]) => z.every((x) => x < 0) },
  { where: 'a logit is negative', has: ([z]: [number[]]) => z.some((x) => x < 0) },
  { where: 'a logit is 0', has: ([z]: [number[]]) => z.includes(0) },
  { where: 'a logit is not whole', has: ([z]: [number[]]) => z.some((x) => Number.isFinite(x) && x % 1 !== 0) },
  { where: 'no logit is negative', has: ([z]: [number[]]) => z.every((x) => x >= 0) },
  {
    where: 'the logits are not in rising order',
    has: ([z]: [number[]]) => z.some((x, i) => i > 0 && x < z[i - 1]!),
    without: rising,
  },
  {
    where: 'the logits are not in falling order',
    has: ([z]: [number[]]) => z.some((x, i) => i > 0 && x > z[i - 1]!),
    without: falling,
  },
];

/** The traits of the argument in this place. */
function traitsOf(what: Argument, i: number, takes: readonly Argument[]): Trait[] {
  const is = (test: (x: number) => boolean) => (args: any[]) => test((args[i] as number | undefined) ?? NaN);
  const name = takes.length > 1 && takes[1] === 'logit' ? ['the first logit', 'the second logit'][i]! : 'the logit';
  switch (what) {
    case 'logits':
      return ofLogits;
    case 'logit':
      return [
        { where: `${name} is 0`, has: is((x) => x === 0) },
        { where: `${name} is not 0`, has: is((x) => x !== 0) },
        { where: `${name} is negative`, has: is((x) => x < 0) },
        { where: `${name} is positive`, has: is((x) => x > 0) },
        { where: `${name} is not whole`, has: is((x) => !Number.isInteger(x)) },
        ...(i === 1
          ? [
              { where: 'both logits are equal', has: ([a, b]: number[]) => a === b },
              { where: 'the logits differ', has: ([a, b]: number[]) => a !== b },
              { where: 'the first logit is the larger', has: ([a, b]: number[]) => a! > b! },
              { where: 'the second logit is the larger', has: ([a, b]: number[]) => b! > a! },
            ]
          : []),
      ];
    case 'class':
      return [
        { where: 'the class is not the first', has: is((y) => y > 0) },
        { where: 'the class is the first', has: is((y) => y === 0) },
        { where: 'the class is not the last', has: ([z, y]: [number[], number]) => y < z.length - 1 },
        { where: 'the class is the last', has: ([z, y]: [number[], number]) => y === z.length - 1 },
        { where: 'the class is the one with the largest logit', has: ([z, y]: [number[], number]) => z[y] === top(z) },
        {
          where: 'the class is not the one with the largest logit',
          has: ([z, y]: [number[], number]) => z[y] !== top(z),
        },
      ];
    case 'temperature':
      return [
        { where: 'T is not 1', has: is((t) => t !== 1) },
        { where: 'T is below 1', has: is((t) => t < 1) },
        { where: 'T is above 1', has: is((t) => t > 1) },
        {
          where: 'a logit divided by T is not whole',
          has: ([z, t]: [number[], number?]) => t !== undefined && z.some((x) => !Number.isInteger(x / t)),
        },
      ];
    case 'target':
      return [
        { where: 'the target is 1', has: is((y) => y === 1) },
        { where: 'the target is 0', has: is((y) => y === 0) },
        { where: 'the target lies between 0 and 1', has: is((y) => y > 0 && y < 1) },
        { where: 'the target is not 1', has: is((y) => y !== 1) },
        { where: 'the target is not 0', has: is((y) => y !== 0) },
      ];
    case 'axis':
      return [
        { where: 'the axis is 0', has: is((axis) => axis === 0) },
        { where: 'the axis is 1', has: is((axis) => axis === 1) },
      ];
    case 'matrix':
      return [
        { where: 'there is more than one row', has: ([m]: [number[][]]) => m.length > 1 },
        { where: 'there is more than one column', has: ([m]: [number[][]]) => m[0]!.length > 1 },
        { where: 'the matrix is not square', has: ([m]: [number[][]]) => m.length !== m[0]!.length },
        { where: 'the matrix is square', has: ([m]: [number[][]]) => m.length === m[0]!.length },
      ];
    case 'threshold':
      return [
        {
          where: 'some logits reach the threshold and others do not',
          has: ([z, t]: [number[], number]) => reached(z, t) > 0 && reached(z, t) < z.length,
        },
        { where: 'no logit reaches the threshold', has: ([z, t]: [number[], number]) => reached(z, t) === 0 },
        { where: 'every logit reaches the threshold', has: ([z, t]: [number[], number]) => reached(z, t) === z.length },
        { where: 'the threshold is not 0.5', has: is((t) => t !== 0.5) },
        { where: 'the threshold is below 0.5', has: is((t) => t < 0.5) },
        { where: 'the threshold is above 0.5', has: is((t) => t > 0.5) },
        { where: 'the threshold is 0.5', has: is((t) => t === 0.5) },
      ];
  }
}

function measuresOf(takes: readonly Argument[]): Measure[] {
  const finite = (z: number[]) => z.filter(Number.isFinite);
  const rest = (like: any[]) => like.slice(1).map((x, i) => (takes[i + 1] === 'class' ? 0 : (x as Datum)));
  if (takes[0] === 'logit' && takes[1] !== 'logit')
    return [
      {
        reaches: (x) => `It is right until the logit reaches ${x}.`,
        of: ([z]) => z as number,
        make: (x, like) => [x, ...like.slice(1)],
      },
      {
        reaches: (x) => `It is right until the logit falls to ${x}.`,
        of: ([z]) => -z,
        make: (x, like) => [-x, ...like.slice(1)],
      },
      {
        reaches: (x) => `It is right until the logit reaches ${x} in size.`,
        of: ([z]) => Math.abs(z),
        make: (x, like) => [Math.sign(like[0]) * x, ...like.slice(1)],
      },
    ];
  if (takes[0] === 'logit')
    return [
      {
        reaches: (x) => `It is right until a logit reaches ${x}.`,
        of: ([a, b]) => Math.max(a, b),
        make: (x) => [x, x],
      },
      {
        reaches: (x) => `It is right until both logits fall to ${x}.`,
        of: ([a, b]) => -Math.max(a, b),
        make: (x) => [-x, -x],
      },
      {
        reaches: (x) => `It is right until a logit falls to ${x}.`,
        of: ([a, b]) => -Math.min(a, b),
        make: (x) => [0, -x],
      },
      {
        reaches: (x) => `It is right until the first logit is ${x} above the second.`,
        of: ([a, b]) => a - b,
        make: (x) => [x, 0],
      },
      {
        reaches: (x) => `It is right until the second logit is ${x} above the first.`,
        of: ([a, b]) => b - a,
        make: (x) => [0, x],
      },
      {
        reaches: (x) => `It is right until the two logits are ${x} apart.`,
        of: ([a, b]) => Math.abs(a - b),
        make: (x) => [x, 0],
      },
    ];
  if (takes[0] === 'logits')
    return [
      {
        reaches: (x) => `It is right until a logit reaches ${x}.`,
        of: ([z]) => top(z),
        make: (x, like) => [[x], ...rest(like)],
      },
      {
        reaches: (x) => `It is right until every logit lies at ${x} or below.`,
        of: ([z]) => -top(z),
        make: (x, like) => [[-x], ...rest(like)],
      },
      {
        reaches: (x) => `It is right until a logit falls to ${x}.`,
        of: ([z]) => -Math.min(...finite(z)),
        make: (x, like) => [[-x, 0], ...rest(like)],
      },
      {
        reaches: (x) => `It is right until two logits are ${x} apart.`,
        of: ([z]) => top(z) - Math.min(...finite(z)),
        make: (x, like) => [[0, x], ...rest(like)],
      },
      {
        reaches: (x) => `It is right until there are ${x} logits.`,
        of: ([z]) => z.length as number,
        make: (x, like) => [Array.from({ length: Math.ceil(x) }, () => 0), ...rest(like)],
      },
    ];
  if (takes[0] === 'matrix')
    return [
      {
        reaches: (x) => `It is right until two numbers of the matrix are ${x} apart.`,
        of: ([matrix]) => Math.max(...matrix.flat()) - Math.min(...matrix.flat()),
        make: (x, like) => [like[1] === 1 ? [[0], [-x]] : [[0, -x]], like[1] as Datum],
      },
      {
        reaches: (x) => `It is right until a number of the matrix reaches ${x}.`,
        of: ([matrix]) => Math.max(...matrix.flat()),
        make: (x, like) => [[[x]], like[1] as Datum],
      },
    ];
  return [];
}

/** A number as one would write it. */
const short = (x: number): string => String(x).replace('-', '−');

/** A size as one would say it. */
const about = (x: number): string => {
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
function blindness(seen: readonly Seen[]): string | undefined {
  const results = seen.flatMap(({ args, returned }) => ('data' in returned ? [{ args, got: returned.data }] : []));
  if (results.length < seen.length || results.length < 3) return undefined;
  if (results.some(({ got }) => typeof got !== 'number' && !Array.isArray(got))) return undefined;
  // That a number comes back where a list should says more than that it is always the same.
  if (seen.some(({ returned, expected }) => 'data' in returned && isList(returned.data) !== isList(expected)))
    return undefined;
  if (seen.every((one) => isNaNOnly(one) && 'data' in one.returned && sameShape(one.returned.data, one.expected)))
    return 'It is NaN whatever it is given: something has no value, or 0 is divided by 0.';
  const numbers = results.flatMap(({ got }) => (typeof got === 'number' ? [got] : []));
  const isOne = numbers.length === results.length && Math.max(...numbers) - Math.min(...numbers) < 1e-12;
  if (isOne || new Set(results.map(({ got }) => text(got))).size === 1)
    return 'It returns the same, whatever it is given.';
  if (results.every(({ args, got }) => text(got) === text(args[0]!)))
    return 'It gives back what it is given, unchanged.';
  return undefined;
}

/** How it is said that only the last digits are wrong. */
const nearly = 'The results are right';

/** Whether no entry is off by more than a thousandth, of itself or of 1. */
const isNearlyRight = ({ returned, expected }: Seen): boolean => {
  if (!('data' in returned) || !sameShape(returned.data, expected)) return false;
  const got = numbersOf(returned.data);
  return numbersOf(expected).every((x, i) => x === got[i] || Math.abs(got[i]! - x) <= 1e-3 * Math.max(1, Math.abs(x)));
};

/** What goes into the sigmoid, where that is a straight line of the logit, or of the difference, and not that itself. */
function inside(takes: readonly Argument[], seen: readonly Seen[]): string | undefined {
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
  return `It is the sigmoid of ${factor}${name}${added}, not of ${two ? 'z1 − z2' : 'z'}: nothing is added, and there is no factor.`;
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
function bound(seen: readonly Seen[], wrong: readonly Seen[]): string | undefined {
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
function indifference(takes: readonly Argument[], seen: readonly Seen[]): string | undefined {
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
function relation(takes: readonly Argument[], seen: readonly Seen[], wrong: readonly Seen[]): string | undefined {
  const results = seen.flatMap(({ args, returned, expected }) =>
    'data' in returned ? [{ args, got: returned.data, expected }] : [],
  );
  if (results.length < seen.length || results.length < 3) return undefined;
  const lists = results.filter(({ got, expected }) => isList(got) && depthOf(got) === depthOf(expected));
  const lengths = theOne(lists.map(({ got, expected }) => (got as Datum[]).length - (expected as Datum[]).length));
  if (lengths && lists.length === results.length)
    return `It returns ${Math.abs(lengths) === 1 ? 'one entry' : `${Math.abs(lengths)} entries`} too ${lengths > 0 ? 'many' : 'few'}.`;
  const isCount = ({ got, expected }: (typeof results)[number]) =>
    numbersOf(got).length === 1 && numbersOf(got)[0] === (expected as Datum[]).length;
  if (takes.includes('threshold') && results.every(isCount))
    return 'What comes back is how many reach the threshold, and not which.';
  const asMany = lists.every(({ args, got }) => (got as Datum[]).length === (args[0] as Datum[]).length);
  if (takes.includes('threshold') && asMany && lists.length === results.length)
    return 'As many entries come back as there are logits, however many reach the threshold.';
  const times = theOne(lists.map(({ got, expected }) => (got as Datum[]).length / (expected as Datum[]).length));
  if (times && times !== 1 && lists.length === results.length)
    return `It returns ${times === 2 ? 'twice' : `${about(times)} times`} as many entries as it should.`;
  const size = theOne(lists.map(({ got }) => (got as Datum[]).length));
  if (size && !takes.includes('threshold') && lengths === undefined && lists.length === results.length)
    return size === 1
      ? 'It returns a single entry, however many there should be: does a `return` stand inside the loop?'
      : `It returns ${size} entries, however many there should be.`;
  const longer = lists.filter(({ expected }) => (expected as Datum[]).length > 2);
  for (const [by, when] of [
    [1, 'early'],
    [-1, 'late'],
  ] as const)
    if (longer.length > 3 && longer.every(({ got, expected }) => isMoved(got as Datum[], expected as Datum[], by)))
      return `Every entry stands one place too ${when}: look at the number that is asked for with it.`;
  const flat = lists.filter(({ expected }) => new Set(expected as Datum[]).size > 1 && depthOf(expected) === 1);
  if (
    lists.length === results.length &&
    flat.length > 3 &&
    flat.every(({ got }) => (got as Datum[]).length > 1 && new Set(got as Datum[]).size === 1)
  )
    return 'All entries of a list that comes back are the same.';
  const pairs = results
    .map(({ got, expected }) => [numbersOf(got), numbersOf(expected), sameShape(got, expected)] as const)
    .filter(([, b]) => b.every((x) => Number.isFinite(x) && Math.abs(x) < 50));
  if (pairs.length < 3 || !pairs.every(([a, , same]) => same && a.every(Number.isFinite))) return undefined;
  // Whole numbers say something by themselves; decimals only beside the right ones.
  const isCut = (k: number) => (x: number, expected: number) =>
    Math.abs(x * 10 ** k - Math.round(x * 10 ** k)) < 1e-9 * 10 ** k && (k === 0 || Math.abs(x - expected) <= 10 ** -k);
  const decimals = [0, 1, 2, 3, 4].find((k) => pairs.every(([a, b]) => a.every((x, i) => isCut(k)(x, b[i]!))));
  if (!takes.includes('threshold') && decimals !== undefined)
    return decimals === 0
      ? 'Every number that comes back is whole: something is rounded or cut to that, or is a comparison.'
      : `No number that comes back has more than ${decimals === 1 ? 'one decimal' : `${decimals} decimals`}: it is rounded, or cut short.`;
  const factors = ([a, b]: readonly [number[], number[], boolean]) =>
    b.flatMap((x, i) => (Math.abs(x) > 1e-6 ? [a[i]! / x] : []));
  const offOf = (some: typeof pairs) => Math.max(...some.flatMap(factors).map((one) => Math.abs(one - 1)));
  const factor = theOne(pairs.flatMap(factors));
  if (factor !== undefined && !alike(factor, 1))
    return alike(factor, -1)
      ? 'Every result has the wrong sign.'
      : `Every result is ${about(factor)} times what it should be.`;
  const offset = theOne(pairs.flatMap(([a, b]) => b.map((x, i) => a[i]! - x)));
  if (offset !== undefined && Math.abs(offset) > 1e-6)
    return `Every result is ${about(Math.abs(offset))} too ${offset > 0 ? 'large' : 'small'}.`;
  const made = turns.find(
    ({ of }) =>
      !takes.includes('threshold') &&
      pairs.some(([a, b]) => b.some((x, i) => !alike(a[i]!, x))) &&
      pairs.every(([a, b]) => b.every((x, i) => Number.isFinite(of(x)) && alike(a[i]!, of(x)))),
  );
  if (made) return `Every result is ${made.words} what it should be.`;
  if (wrong.every(isNearlyRight)) {
    const off = offOf(pairs);
    const apart = Math.max(...pairs.flatMap(([a, b]) => b.map((x, i) => Math.abs(a[i]! - x))));
    for (const [size, what] of [
      [off, 'digits'],
      [apart, 'decimals'],
    ] as const)
      if (size < 1e-3 && size > 1e-13)
        return `${nearly} to about ${Math.floor(-Math.log10(size))} ${what}, no more: something is rounded, cut short or added on the way.`;
  }
  // Of places one doesn't say that they stand in proportion.
  if (takes.includes('threshold')) return undefined;
  const several = pairs.filter(([, b]) => b.filter((x) => Math.abs(x) > 1e-6).length > 1);
  if (several.length > 3 && offOf(several) > 1e-6) {
    const nowhereElse = ([a, b]: (typeof pairs)[number]) => b.every((x, i) => x !== 0 || Math.abs(a[i]!) <= 1e-6);
    if (several.every((pair) => theOne(factors(pair)) && nowhereElse(pair)))
      return 'Within each list the entries stand in the right proportion to each other, but all of them are off by the same factor.';
    if (several.every(([a, b]) => theOne(b.map((x, i) => a[i]! - x)) !== undefined))
      return 'Within each list the entries have the right distances from each other, but all of them are off by the same amount.';
    const sorted = (values: readonly number[]) => values.toSorted((x, y) => x - y);
    if (several.every(([a, b]) => sorted(a).every((x, i) => alike(x, sorted(b)[i]!))))
      return 'The entries are right, but they stand in the wrong order.';
  }
  return undefined;
}

/** The size between the largest that is right and the smallest that is wrong, found by halving. */
async function boundary(
  { of, make }: Measure,
  right: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
): Promise<number | undefined> {
  let low = Math.max(...right.map(({ args }) => of(args)));
  let high = Math.min(...wrong.map(({ args }) => of(args)));
  // “Right until” is said on the way out from 0.
  if (!(low < high && high > 1e-6) || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const like = wrong.find(({ args }) => of(args) === high)!.args;
  if (!(await fails(make(high, like))) || (await fails(make(low, like)))) return high;
  for (let i = 0; i < 30 && high - low > 1e-4 * Math.abs(high); i++) {
    const middle = (low + high) / 2;
    if (await fails(make(middle, like))) high = middle;
    else low = middle;
  }
  // So near to 0 that there is nothing before it.
  return high < 0.01 ? undefined : high;
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
function places(takes: readonly Argument[], seen: readonly Seen[], wrong: readonly Seen[]): string | undefined {
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

/** The two logits between which it goes wrong, where it is right on both sides. */
async function interval(
  takes: readonly Argument[],
  right: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
): Promise<string | undefined> {
  if (takes[0] !== 'logit' || takes[1] === 'logit') return undefined;
  const at = ({ args }: Seen) => args[0] as number;
  const of = (x: Seen[]) => x.map(at);
  const bad = wrong.toSorted((a, b) => at(a) - at(b));
  const [first, last] = [bad[0]!, bad.at(-1)!];
  const inside = right.filter((one) => at(one) >= at(first) && at(one) <= at(last));
  const below = Math.max(...of(right.filter((one) => at(one) < at(first))));
  const above = Math.min(...of(right.filter((one) => at(one) > at(last))));
  if (inside.length > 0 || !Number.isFinite(below) || !Number.isFinite(above)) return undefined;
  const edge = async ({ args }: Seen, out: number): Promise<number> => {
    let [wrong, fine] = [args[0] as number, out];
    for (let i = 0; i < 20; i++) {
      const middle = (wrong + fine) / 2;
      if (await fails([middle, ...args.slice(1)])) wrong = middle;
      else fine = middle;
    }
    return wrong;
  };
  const [from, to] = [await edge(first, below), await edge(last, above)];
  // An end at 0 is the sign, of which the traits speak.
  if (Math.min(Math.abs(from), Math.abs(to)) < 0.01) return undefined;
  return `It goes wrong only where the logit lies between ${about(from)} and ${about(to)}.`;
}

/**
 * What the inputs that go wrong have in common, in a sentence or two.
 * @param allWrong all that go wrong
 * @param gross those of them that count: the others are wrong in their last digits only, or cases apart
 * @param fails tries one more input
 * @param more further inputs, on which a claim is tried before it is made
 */
export async function similarities(
  takes: readonly Argument[],
  all: readonly Seen[],
  allWrong: readonly Seen[],
  gross: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
  more: readonly Datum[][],
): Promise<string | undefined> {
  const seen = gross.some(({ apart }) => apart) ? all : all.filter(({ apart }) => !apart);
  const everywhere = blindness(seen) ?? inside(takes, seen) ?? relation(takes, seen, gross);
  if (everywhere && !everywhere.startsWith(nearly)) return everywhere;
  const where = everywhere ?? bound(seen, allWrong) ?? (await circumstances(takes, seen, allWrong, gross, fails, more));
  const entries = places(takes, seen, gross);
  const same = everywhere ? undefined : indifference(takes, seen);
  return (
    [same, where === vague && (same ?? entries) ? undefined : where, entries].filter(Boolean).join(' ') || undefined
  );
}

/** On which inputs it goes wrong. */
async function circumstances(
  takes: readonly Argument[],
  seen: readonly Seen[],
  allWrong: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
  more: readonly Datum[][],
): Promise<string | undefined> {
  const right = seen.filter((one) => !allWrong.includes(one));
  if (right.length === 0) return undefined;
  const has = ({ has }: Trait, { args }: Seen) => has(args);
  /** Whether what goes wrong comes right without this trait. */
  const matters = async ({ without }: Trait): Promise<boolean> => {
    for (const { args } of without ? wrong.slice(0, 5) : []) if (await fails(without!(args))) return false;
    return true;
  };
  /** Whether further inputs with this trait, or without it, go wrong: all of them, or none. */
  const holds = async ({ has }: Trait, inside: boolean, among = more): Promise<boolean> => {
    for (const args of among.filter((args) => has(args) === inside).slice(0, 20))
      if ((await fails(args)) !== inside) return false;
    return true;
  };
  const traits = takes
    .flatMap((what, i) => traitsOf(what, i, takes))
    .filter((trait) => (wrong.every(isEveryday) ? wrong : allWrong).every((one) => has(trait, one)));
  // That a list of one comes right says little, as many a way leads there: what holds of longer ones says more.
  const several = traits.find(({ where }) => where === severalLogits);
  const others = traits.filter((trait) => trait !== several);
  const among = several ? right.filter((one) => has(several, one)) : right;
  const claim = (trait: Trait, always: boolean, beside: readonly Seen[] = right): string => {
    const size = allWrong.every((one) => has(trait, one)) ? '' : 'at logits of everyday size ';
    const it = always && beside !== right ? 'It is right for a single logit; for more it' : 'It';
    return `${it} goes wrong ${size}only where ${trait.where}, ${always ? 'and' : 'though not'} always there.`;
  };
  const only = async (beside: readonly Seen[]): Promise<string | undefined> => {
    for (const trait of others) {
      if (beside.some((one) => has(trait, one)) || !(await matters(trait)) || !(await holds(trait, false))) continue;
      const longer = beside === right ? more : more.filter((args) => several!.has(args));
      return claim(trait, await holds(trait, true, longer), beside);
    }
    return undefined;
  };
  const always = await only(right);
  if (always) return always;
  if (several && among.length === 0 && (await holds(several, true)))
    return 'It is right for a single logit, and wrong for more.';
  for (const measure of measuresOf(takes)) {
    const size = await boundary(measure, right, wrong, fails);
    if (size !== undefined)
      return measure.reaches(
        about(measure.reaches('').includes('fall') || measure.reaches('').includes('below') ? -size : size),
      );
  }
  const between = await interval(takes, right, allWrong, fails);
  if (between) return between;
  const longer = several && among.length >= 3 ? await only(among) : undefined;
  if (longer) return longer;
  // The trait that leaves the fewest right ones beside the wrong ones says most.
  const [common] = others
    .map((trait) => ({ trait, beside: among.filter((one) => has(trait, one)).length }))
    .sort((a, b) => a.beside - b.beside);
  // A trait that many inputs have says little, unless many go wrong and all of those have it.
  const byChance = common && (common.beside / among.length) ** wrong.length;
  return byChance !== undefined &&
    byChance < 0.01 &&
    (await matters(common!.trait)) &&
    (await holds(common!.trait, false))
    ? claim(common!.trait, false)
    : several && vague;
}
