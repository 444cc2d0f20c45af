/**
 * The inputs that a reader's function is tried on, by name: cases at the edges first, then random ones. They are the
 * same every time, so that the same function always gets the same verdict.
 */
import type { Datum } from './protocol.ts';

/** A source of random numbers in [0, 1) that starts the same way every time (Mulberry32). */
function source(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
/** Logits of everyday size, with few decimals, so that a counterexample is short. */
const ordinary = (random: Random): number => whole(random, -80, 80) / 8;
const sizes = [1000, -1000, 710, -720, -746, 709.5, 100, -100, 0, 1e4, -1e4];
const huge = (random: Random): number => oneOf(random, sizes);
const masked = (random: Random): number => (random() < 0.5 ? -Infinity : ordinary(random));
const several = <T>(random: Random, least: number, most: number, entry: (random: Random) => T): T[] =>
  Array.from({ length: whole(random, least, most) }, () => entry(random));

interface Kind {
  edges: Datum[][];
  /** Makes one more case, and how many of them there are. */
  random?: (random: Random) => Datum[];
  count?: number;
  /** Whether this is a case apart: a form that is wrong in some way need not be wrong here in the same one. */
  apart?: boolean;
}

const alone = (values: Datum[]): Datum[][] => values.map((value) => [value]);
const each = (values: Datum[], ...others: Datum[]): Datum[][] =>
  values.flatMap((value) => others.map((other) => [value, other]));
/** Every list with each of its classes. */
const classes = (lists: number[][]): Datum[][] => lists.flatMap((z) => z.map((_, y): Datum[] => [z, y]));

/** Whether the class of this input has a finite logit. */
const isPossible = ([z, y]: Datum[]): boolean => Number.isFinite((z as number[])[y as number]);

/** A long list without a pattern, from −4 to 4. */
const long = (n: number): number[] => {
  const random = source(n);
  return Array.from({ length: n }, () => whole(random, -32, 32) / 8);
};

const logits: number[][] = [
  [0, 0],
  [2, 1, 0.1],
  [0.1, 1, 2],
  [1, 3, 2],
  [-1, -2, -3],
  [0, -0],
  [-0.5],
  [5, -5],
  [1e-9, 0],
  [3, 3, 1],
  [10, 0, -10, 20],
  [-20, 20],
  long(40),
];
const ties: number[][] = [
  [2, 2],
  [-1, -1, -1],
  [0, 0, 0, 0],
  [5, 5, 1],
  [1, 5, 5],
  [700, 700],
  [709.5, 709.5],
];
const large: number[][] = [
  [1000, 1000],
  [1000, 999],
  [0, 1000],
  [1000, 0],
  [-1000, -1001, -1002],
  [0, 0, 3000],
  [3000, 0, 0],
  [-3000, 0, 0],
  [-745, -745],
  [-800, -700],
  [1000, -1000],
  [1000, -1000, 0],
  [1e4, 1e4],
  [1e4, 9999.5],
  [-1e4, -1e4],
  [-20_000, -20_000],
  [-20_000, -20_001],
  [-60_000, -60_000],
  [-1e5, -1e5],
  [-99_999, -1e5],
  [1e6, 999_999.5],
  [1e6, 1e6],
  [-1e6, -1e6],
  [-1e6, -999_999],
  [1e6, -1e6],
];
const single: number[][] = [[0], [1], [-1], [1000], [-1000], [710], [-746], [1e6], [-1e6], [-60_000]];
const someMasked: number[][] = [
  [-Infinity, 0],
  [0, -Infinity],
  [-Infinity, -5],
  [1000, -Infinity, 1000],
  [-Infinity, -Infinity, 3],
  [-Infinity, -1000, -1000],
  [2, 1, -Infinity],
];
const logit = [0, 1, -1, 2, -2, 0.5, -0.5, 5, -5, -7, 10, -10, 1e-9, 20, -20, -37, -38.5, 36.9, 40, -40, 100, -100];
const far = [600, -600, 700, -700, 709, -709, 710, -710, -720, -740, 746, -746, 1000, -1000, 1e4, -1e4, 1e6, -1e6];
const farthest = [1e308, -1e308];
const temperatures = [1, 2, 0.5, 10, 0.1];
const targets = [0, 1, 0.5, 0.25];
const thresholds = [0.5, 0.1, 0.9, 0.3];
const matrices: number[][][] = [
  [
    [1, 2],
    [3, 5],
  ],
  [
    [0, 0, 0],
    [1, 2, 3],
  ],
  [[2, 1, 0.1]],
  [[2], [1], [0.1]],
  [[5]],
  [
    [1, 2],
    [3, 4],
    [5, 9],
  ],
  [
    [-1, -2],
    [-3, -7],
  ],
];
const largeMatrices: number[][][] = [
  [
    [1000, 1000],
    [1, 2],
  ],
  [
    [1000, 0],
    [0, 1000],
  ],
  [
    [-1000, -1001],
    [0, 1],
  ],
  [[1000], [-1000]],
  [[0, 1000, 0]],
  [
    [1000, 2000],
    [-3000, -3000],
  ],
  [
    [1e4, 1e4],
    [-1e4, -1e4],
  ],
];
const labeled: number[][] = [
  [0],
  [-1],
  [1, 1, 1],
  [2, -1, 0.5],
  [-3, -2, -1],
  [3, 2, 1, 0.1],
  [-2, 0, 2],
  [1e-4, -1e-4],
  [-1e-6],
  [-1e-10],
  [1e-6],
  [0.25, 0.75],
  [-0.25, 0.3],
  [],
  [1000],
  [-1000],
  [1000, -1000, 0],
  [40, -40],
  [710, -710],
  [1e6, -1e6],
];

const matrix = (entry: (random: Random) => number) => (random: Random) => {
  const [rows, columns] = [whole(random, 1, 3), whole(random, 1, 3)];
  return [Array.from({ length: rows }, () => several(random, columns, columns, entry)), whole(random, 0, 1)];
};
const someFinite = (random: Random): number[] => {
  const z = several(random, 2, 5, masked);
  return z.some(Number.isFinite) ? z : [...z.slice(1), 1];
};
const indexed = (make: (random: Random) => number[]) => (random: Random) => {
  const z = make(random);
  return [z, whole(random, 0, z.length - 1)];
};

export const inputs = {
  'a logit': { edges: alone(logit), random: (random) => [ordinary(random)] },
  'a huge logit': { edges: alone([...far, ...farthest]), random: (random) => [huge(random)] },
  logits: { edges: alone(logits), random: (random) => [several(random, 1, 5, ordinary)] },
  'logits with ties': { edges: alone(ties), random: (random) => [several(random, 2, 5, (r) => oneOf(r, [-1, 0, 2]))] },
  'huge logits': { edges: alone(large), random: (random) => [several(random, 1, 5, huge)] },
  'one logit': { edges: alone(single) },
  'the largest logits': { edges: alone([[1e308], [-1e308], [1e308, -1e308], [-1e308, -1e308], [1e308, 0]]) },
  'no logits': { edges: [[[]]], apart: true },
  'masked logits': { edges: alone(someMasked), random: (random) => [someFinite(random)] },
  'two logits': {
    edges: [
      [0, 0],
      [1, 1],
      [2, 1],
      [1, 2],
      [-1, -2],
      [3, -3],
      [0, 5],
      [5, 0],
      [-3, -3],
    ],
    random: (random) => [ordinary(random), ordinary(random)],
  },
  'two huge logits': {
    edges: [
      [1000, 1000],
      [1000, 999],
      [-1000, -1000],
      [-1000, -999],
      [1000, 0],
      [0, 1000],
      [-1000, 0],
      [0, -1000],
      [1000, -1000],
      [-1000, 1000],
      [1e4, 1e4],
      [-1e4, -9999],
      [1e6, 999_999],
      [-1e6, -1e6],
      [710, 709],
      [-746, -746],
    ],
    random: (random) => [huge(random), huge(random)],
  },
  'logits and a temperature': {
    edges: each(logits.slice(0, 11), ...temperatures),
    random: (random) => [several(random, 1, 5, ordinary), oneOf(random, temperatures)],
  },
  'huge logits and a temperature': {
    edges: each(
      [
        [1000, 1000],
        [1000, 999],
        [0, 1000],
        [-1000, -1001],
        [1000],
        [-1000],
        [1e4, 9999],
        [1e4, -1e4],
        [-1e4, -1e4],
        [-1e4, -9999],
      ],
      ...temperatures,
    ),
    random: (random) => [several(random, 1, 5, huge), oneOf(random, temperatures)],
  },
  'logits and a class': { edges: classes(logits.slice(0, 11)), random: indexed((r) => several(r, 1, 5, ordinary)) },
  'huge logits and a class': {
    edges: classes([[1000], [-1000], ...large]),
    random: indexed((r) => several(r, 1, 5, huge)),
  },
  // Of the class that is right one doesn't say that it is ruled out.
  'masked logits and a class': {
    edges: classes(someMasked).filter(isPossible),
    random: (random) => {
      const draw = (): Datum[] => {
        const drawn = indexed(someFinite)(random);
        return isPossible(drawn) ? drawn : draw();
      };
      return draw();
    },
  },
  'a logit and a target': {
    edges: each(logit, ...targets),
    random: (random) => [ordinary(random), oneOf(random, targets)],
  },
  'a huge logit and a target': { edges: each(far, ...targets) },
  'a matrix and an axis': { edges: each(matrices, 0, 1), random: matrix(ordinary) },
  'a huge matrix and an axis': { edges: each(largeMatrices, 0, 1), random: matrix(huge) },
  'logits and a threshold': {
    edges: each(labeled, ...thresholds),
    random: (random) => [several(random, 0, 6, ordinary), oneOf(random, thresholds)],
  },
} satisfies Record<string, Kind>;

export type InputName = keyof typeof inputs;

/** The cases of a kind, the same ones every time. */
export function casesOf(name: InputName): Datum[][] {
  const { edges, random, count = 16 }: Kind = inputs[name];
  const next = source(name.length * 7919);
  return random ? [...edges, ...Array.from({ length: count }, () => random(next))] : edges;
}

/** Further random cases of a kind, on which a claim is tried that was made from the others. */
export function moreOf(name: InputName, count = 24): Datum[][] {
  const { random }: Kind = inputs[name];
  const next = source(name.length * 104_729);
  return random ? Array.from({ length: count }, () => random(next)) : [];
}

/** Whether these are cases apart. */
export const isApart = (name: InputName): boolean => (inputs[name] as Kind).apart === true;
