/**
 * What a reader's function should return, by name, and what it returns where a part of it is wrong. A form is written
 * in parts, the places where people slip; a slip puts something else in the place of a part, and two slips that touch
 * different parts combine by themselves. All of it takes and gives plain data, so that it does not matter in which
 * language the reader's function was written.
 */
import * as math from '../math/index.ts';
import { noSuch } from '../names.ts';
import type { Datum } from './protocol.ts';

/** The parts of the forms, each with what the right form has in its place. */
export interface Parts {
  /** A logit at a temperature, before anything else. */
  scale: (z: number, temperature: number) => number;
  /** What is subtracted from every (scaled) logit before the exponential. */
  shift: (scaled: number[], z: number[]) => number;
  /** The exponential of a shifted logit. */
  power: (gap: number) => number;
  /** The sum of the exponentials. */
  total: (e: number[], z: number[]) => number;
  /** A share, from its exponential and the sum. */
  share: (e: number, sum: number, all: number[], temperature: number, i: number) => number;
  /** The logarithm of the sum. */
  log: (sum: number) => number;
  /** What is put back of the shift, outside the logarithm. */
  back: (shift: number) => number;
  /** A log-share, from the logit, what is put back, the log of the sum, and the share. */
  entry: (z: number, back: number, log: number, share: number) => number;
  /** What becomes of the right class's log-share. */
  pick: (logShares: number[], y: number) => number;
  /** The loss, from minus the log-share. */
  loss: (loss: number, z: number[]) => number;
  /** What is handed to softmax inside a loss or a gradient. */
  before: (z: number[]) => number[];
  /** What is taken from a share in the gradient: 1 in the place of the right class. */
  target: (i: number, y: number, z: number[]) => number;
  /** A slope, from the share and its target. */
  slope: (p: number, target: number, n: number, shares: number[], y: number) => number;
  /** The axis along which the numbers compete. */
  along: (axis: number) => number | 'all';
  /** What becomes of the matrix before its rows or columns are taken. */
  prepared: (matrix: number[][], axis: number) => number[][];
  /** What becomes of the matrix of shares. */
  turned: (shares: number[][], axis: number) => number[][];
  /** What goes into the sigmoid. */
  input: (z: number) => number;
  /** The sigmoid itself. */
  curve: (z: number) => number;
  /** What comes out of it. */
  output: (p: number) => number;
  /** The one number that stands for two logits. */
  difference: (a: number, b: number) => number;
  /** The share of the first of two logits, from their difference. */
  first: (difference: number, a: number, b: number) => number;
  /** What is compared with the threshold, for each logit. */
  scores: (z: number[]) => number[];
  /** Whether a score reaches the threshold. */
  reaches: (score: number, threshold: number) => boolean;
  /** The labels, from what reached the threshold. */
  labels: (reached: boolean[], z: number[], scores: number[]) => Datum;
  /** The logits that the walk goes through. */
  walked: (z: number[]) => number[];
  /** Where the walk through the logits starts: the maximum and the sum so far. */
  start: (z: number[]) => [m: number, s: number];
  /** The maximum after one more logit. */
  next: (m: number, z: number) => number;
  /** The sum on the new scale. */
  rescaled: (s: number, m: number, next: number) => number;
  /** What a logit adds to the sum. */
  added: (z: number, next: number, m: number) => number;
  /** What is returned of maximum and sum. */
  pair: (m: number, s: number) => Datum;
  /** log σ(z) and log(1 − σ(z)). */
  logs: (z: number) => [yes: number, no: number];
  /** The loss of one yes or no, from the target and the two logs. */
  weighed: (y: number, yes: number, no: number, z: number) => number;
}

/** log(1 + e^x), which neither overflows nor loses its digits. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const largest = (z: number[]): number => z.reduce((a, b) => (b > a ? b : a), -Infinity);
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** The right parts. */
export const right: Parts = {
  scale: (z, temperature) => z / temperature,
  shift: largest,
  power: Math.exp,
  total: sum,
  share: (e, s) => e / s,
  log: Math.log,
  back: (shift) => shift,
  entry: (z, back, log) => z - back - log,
  pick: (logShares, y) => logShares[y]!,
  loss: (loss) => loss,
  before: (z) => z,
  target: (i, y) => (i === y ? 1 : 0),
  slope: (p, target) => p - target,
  along: (axis) => axis,
  prepared: (matrix) => matrix,
  turned: (shares) => shares,
  input: (z) => z,
  curve: math.sigmoid,
  output: (p) => p,
  difference: (a, b) => (a === b ? 0 : a - b),
  first: math.sigmoid,
  scores: (z) => z.map(math.sigmoid),
  reaches: (score, threshold) => score >= threshold,
  labels: (reached) => reached.flatMap((is, i) => (is ? [i] : [])),
  walked: (z) => z,
  start: () => [-Infinity, 0],
  next: Math.max,
  rescaled: (s, m, next) => (m === next ? s : s * Math.exp(m - next)),
  added: (z, next) => Math.exp(z - next),
  pair: (m, s) => [m, s],
  logs: (z) => [-softplus(-z), -softplus(z)],
  weighed: (y, yes, no) => -(y === 0 ? 0 : y * yes) - (y === 1 ? 0 : (1 - y) * no),
};

export type PartName = keyof Parts;

type Form = (...args: any[]) => Datum;

/** What an argument is: how it is made smaller, and what may not happen to it, follow from it. */
export type Argument = 'logit' | 'logits' | 'class' | 'temperature' | 'target' | 'matrix' | 'axis' | 'threshold';

/** How far off a result may be where the form is an honest one: relative to the right one, and in any case. */
export interface Slack {
  relative: number;
  absolute: number;
}

export interface Reference {
  takes: Argument[];
  /** What the function should return. */
  right: Form;
  /** The parts that its form has. */
  parts: PartName[];
  /** The form with these parts. */
  form: (parts: Parts) => Form;
  /** What rounding alone costs an honest form on these arguments, in float64. */
  slack: (...args: any[]) => Slack;
  /** Whether rounding alone decides what is right here, so that either answer counts. */
  open?: (...args: any[]) => boolean;
}

const shares =
  (parts: Parts) =>
  (z: number[], temperature = 1): number[] => {
    const scaled = z.map((x) => parts.scale(x, temperature));
    const shift = parts.shift(scaled, z);
    const e = scaled.map((x) => parts.power(x - shift));
    const s = parts.total(e, scaled);
    return e.map((one, i) => parts.share(one, s, e, temperature, i));
  };

const logShares =
  (parts: Parts) =>
  (z: number[]): number[] => {
    const shift = parts.shift(z, z);
    const e = z.map((x) => parts.power(x - shift));
    const s = parts.total(e, z);
    const [back, log] = [parts.back(shift), parts.log(s)];
    return z.map((x, i) => parts.entry(x, back, log, parts.share(e[i]!, s, e, 1, i)));
  };

const shareParts: PartName[] = ['shift', 'power', 'total', 'share'];

const along = (matrix: number[][], axis: number | 'all', f: (z: number[]) => number[]): number[][] => {
  if (axis === 1) return matrix.map((row) => f(row));
  if (axis === 'all') {
    const all = f(matrix.flat());
    return matrix.map((row, i) => row.map((_, j) => all[i * row.length + j]!));
  }
  const columns = (matrix[0] ?? []).map((_, j) => f(matrix.map((row) => row[j]!)));
  return matrix.map((_, i) => columns.map((column) => column[i]!));
};

const list = (values: ArrayLike<number>): number[] => Array.from(values, (x) => (x === 0 ? 0 : x));

/** A unit of rounding in float64. */
const u = 2 ** -53;
/** The largest size of what is finite. */
const size = (z: number[]): number =>
  z.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
/** What rounding costs an exponential of numbers of this size, n of them summed. */
const rounding = (n: number, most: number): number => 8 * u * (128 + n + 2 * most);
/** Where results below the normal numbers are not asked for. */
const tiny = 1e-300;

export const references = {
  sigmoid: {
    takes: ['logit'],
    right: (z: number) => math.sigmoid(z),
    parts: ['input', 'curve', 'output'],
    form: (parts) => (z: number) => parts.output(parts.curve(parts.input(z))),
    slack: (z: number) => ({ relative: rounding(1, Math.min(Math.abs(z), 750)), absolute: 4 * Number.MIN_VALUE }),
  },
  twoLogitsToOne: {
    takes: ['logit', 'logit'],
    right: (a: number, b: number) => (a === b ? 0.5 : math.sigmoid(a - b)),
    parts: ['difference', 'first'],
    form: (parts) => (a: number, b: number) => parts.first(parts.difference(a, b), a, b),
    slack: (a: number, b: number) => ({ relative: rounding(2, Math.max(Math.abs(a), Math.abs(b))), absolute: tiny }),
  },
  softmax: {
    takes: ['logits', 'temperature'],
    right: (z: number[], temperature = 1) => list(math.softmax(z, { temperature })),
    parts: ['scale', ...shareParts],
    form: shares,
    slack: (z: number[], temperature = 1) => ({
      relative: rounding(z.length, size(z) / Math.min(temperature, 1)),
      absolute: tiny,
    }),
  },
  softmaxAlongAxis: {
    takes: ['matrix', 'axis'],
    right: (matrix: number[][], axis: number) => along(matrix, axis, (z) => list(math.softmax(z))),
    parts: ['along', 'prepared', 'turned', ...shareParts],
    form: (parts) => (matrix: number[][], axis: number) =>
      parts.turned(along(parts.prepared(matrix, axis), parts.along(axis), shares(parts)), axis),
    slack: (matrix: number[][]) => ({ relative: rounding(matrix.length, size(matrix.flat())), absolute: tiny }),
  },
  crossEntropyGradient: {
    takes: ['logits', 'class'],
    right: (z: number[], y: number) => list(math.crossEntropyWithLogitsGradient(z, y)),
    parts: ['before', ...shareParts, 'target', 'slope'],
    form: (parts) => (z: number[], y: number) =>
      shares(parts)(parts.before(z)).map((p, i, all) => parts.slope(p, parts.target(i, y, z), z.length, all, y)),
    slack: (z: number[]) => {
      const relative = rounding(z.length, size(z));
      return { relative, absolute: relative };
    },
  },
  logSumExp: {
    takes: ['logits'],
    right: (z: number[]) => math.logSumExp(z),
    parts: ['shift', 'power', 'total', 'log', 'back'],
    form: (parts) => (z: number[]) => {
      const shift = parts.shift(z, z);
      const e = z.map((x) => parts.power(x - shift));
      return parts.back(shift) + parts.log(parts.total(e, z));
    },
    slack: (z: number[]) => ({ relative: 16 * u, absolute: rounding(z.length, size(z)) }),
  },
  logSoftmax: {
    takes: ['logits'],
    right: (z: number[]) => list(math.logSoftmax(z)),
    parts: [...shareParts, 'log', 'back', 'entry'],
    form: logShares,
    slack: (z: number[]) => ({ relative: 16 * u, absolute: rounding(z.length, size(z)) }),
  },
  crossEntropyWithLogits: {
    takes: ['logits', 'class'],
    right: (z: number[], y: number) => math.crossEntropyWithLogits(z, y),
    parts: ['before', ...shareParts, 'log', 'back', 'entry', 'pick', 'loss'],
    form: (parts) => (z: number[], y: number) => parts.loss(-parts.pick(logShares(parts)(parts.before(z)), y), z),
    slack: (z: number[]) => ({ relative: 16 * u, absolute: rounding(z.length, size(z)) }),
  },
  binaryCrossEntropyWithLogits: {
    takes: ['logit', 'target'],
    right: (z: number, y: number) => math.binaryCrossEntropyWithLogits(z, y),
    parts: ['input', 'logs', 'weighed'],
    form: (parts) => (z: number, y: number) => {
      const x = parts.input(z);
      return parts.weighed(y, ...parts.logs(x), x);
    },
    slack: (z: number, y: number) => ({
      relative: rounding(4, Math.min(Math.abs(z), 750)),
      // With a soft target terms of the size of z cancel; with a hard one nothing has to.
      absolute: y === 0 || y === 1 ? 4 * Number.MIN_VALUE : 8 * u * Math.abs(z),
    }),
  },
  labelsAbove: {
    takes: ['logits', 'threshold'],
    right: (z: number[], t: number) => z.flatMap((x, i) => (math.sigmoid(x) >= t ? [i] : [])),
    parts: ['scores', 'reaches', 'labels'],
    form: (parts) => (z: number[], t: number) => {
      const scores = parts.scores(z);
      const reached = scores.map((score) => parts.reaches(score, t));
      return parts.labels(reached, z, scores);
    },
    slack: () => ({ relative: 0, absolute: 0 }),
    // At 0 and one half every form agrees; anywhere else a logit so near the threshold is decided by rounding.
    open: (z: number[], t: number) =>
      z.some((x) => !(x === 0 && t === 0.5) && Math.abs(math.sigmoid(x) - t) <= 64 * u * (4 + Math.abs(x)) * t),
  },
  onlineNormalizer: {
    takes: ['logits'],
    right: (z: number[]) => {
      const m = largest(z);
      return [m, sum(z.map((x) => math.exp(x - m)))];
    },
    parts: ['walked', 'start', 'next', 'rescaled', 'added', 'pair'],
    form: (parts) => (z: number[]) => {
      let [m, s] = parts.start(z);
      for (const x of parts.walked(z)) {
        const next = parts.next(m, x);
        s = parts.rescaled(s, m, next) + parts.added(x, next, m);
        m = next;
      }
      return parts.pair(m, s);
    },
    slack: (z: number[]) => ({ relative: rounding(z.length, size(z)), absolute: tiny }),
  },
} satisfies Record<string, Reference>;

export type ReferenceName = keyof typeof references;

/** A reference by its name. */
export function referenceOf(name: string): Reference {
  const found = (references as Record<string, Reference>)[name];
  if (!found) throw new RangeError(noSuch('reference', name, Object.keys(references)));
  return found;
}
