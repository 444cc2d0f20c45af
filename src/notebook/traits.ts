/** What an input may have, or be as large as: by these the inputs that go wrong are told from the others. */
import type { Argument } from './forms.ts';
import type { Datum } from './protocol.ts';

/** The trait that says least. */
export const severalLogits = 'there is more than one logit';

/** Something that an input has or has not. */
export interface Trait {
  where: string;
  has: (args: any) => boolean;
  /** The same input without it, where that can be tried. */
  without?: (args: any[]) => Datum[];
}

/** A size of an input, and how to make an input of that size. */
export interface Measure {
  /** What is said of the size from which on it goes wrong. */
  reaches: (size: string) => string;
  of: (args: any[]) => number;
  make: (size: number, like: any[]) => Datum[];
}

/** How many of these logits have a sigmoid of at least the threshold. */
const reached = (z: number[], threshold: number): number => z.filter((x) => 1 / (1 + Math.exp(-x)) >= threshold).length;

export const top = (z: number[]): number => Math.max(...z);

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
export function traitsOf(what: Argument, i: number, takes: readonly Argument[]): Trait[] {
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

export function measuresOf(takes: readonly Argument[]): Measure[] {
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
