/**
 * References and known wrong forms, by name: what a reader's function should return, and what it returns when a
 * common idea behind it is wrong. All of them take and give plain data.
 */
import * as math from '../math/index.ts';
import type { Datum } from './protocol.ts';

type Form = (...args: any[]) => Datum;

const list = (values: ArrayLike<number>): number[] => Array.from(values);
const exps = (z: number[], shift = 0): number[] => z.map((x) => math.exp(x - shift));
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const divided = (values: number[], by: number): number[] => values.map((x) => x / by);
const largest = (z: number[]): number => Math.max(...z);
const along =
  (f: (z: number[]) => number[]) =>
  (matrix: number[][], axis: number): number[][] => {
    if (axis === 1) return matrix.map((row) => f(row));
    const columns = (matrix[0] ?? []).map((_, j) => f(matrix.map((row) => row[j]!)));
    return matrix.map((_, i) => columns.map((column) => column[i]!));
  };
const minusTarget = (p: number[], y: number): number[] => p.map((x, i) => x - (i === y ? 1 : 0));

/** What each function should return. */
export const references: Record<string, Form> = {
  sigmoid: (z: number) => math.sigmoid(z),
  logit: (p: number) => math.logit(p),
  softmax: (z: number[], temperature = 1) => list(math.softmax(z, { temperature })),
  logSoftmax: (z: number[]) => list(math.logSoftmax(z)),
  logSumExp: (z: number[]) => math.logSumExp(z),
  crossEntropyWithLogits: (z: number[], y: number) => math.crossEntropyWithLogits(z, y),
  binaryCrossEntropyWithLogits: (z: number, y: number) => math.binaryCrossEntropyWithLogits(z, y),
  crossEntropyGradient: (z: number[], y: number) => list(math.crossEntropyWithLogitsGradient(z, y)),
  twoLogitsToOne: (a: number, b: number) => (a === b ? 0.5 : math.sigmoid(a - b)),
  softmaxAlongAxis: along((z) => list(math.softmax(z))),
  labelsAbove: (z: number[], t: number) => z.flatMap((x, i) => (math.sigmoid(x) >= t ? [i] : [])),
  onlineNormalizer: (z: number[]) => {
    const m = z.length === 0 ? -Infinity : largest(z);
    return [m, sum(exps(z, m))];
  },
};

/** What they return when a common idea is wrong; named for what they do. */
export const wrongForms: Record<string, Form> = {
  'softmax without a shift': (z: number[], temperature = 1) => {
    const e = exps(z.map((x) => x / temperature));
    return divided(e, sum(e));
  },
  'softmax shifted by the mean': (z: number[]) => {
    const e = exps(z, sum(z) / z.length);
    return divided(e, sum(e));
  },
  'softmax shifted by the minimum': (z: number[]) => {
    const e = exps(z, Math.min(...z));
    return divided(e, sum(e));
  },
  'softmax shifted by the first logit': (z: number[]) => {
    const e = exps(z, z[0]);
    return divided(e, sum(e));
  },
  'divided by the sum of the others': (z: number[]) => {
    const e = exps(z, largest(z));
    return e.map((x, i) => x / sum(e.filter((_, j) => j !== i)));
  },
  'sigmoids divided by their sum': (z: number[]) => {
    const s = z.map(math.sigmoid);
    return divided(s, sum(s));
  },
  'sigmoid of each logit': (z: number[]) => z.map(math.sigmoid),
  'logits divided by their sum': (z: number[]) => divided(z, sum(z)),
  'temperature forgotten': (z: number[]) => list(math.softmax(z)),
  'multiplied by the temperature': (z: number[], temperature = 1) => list(math.softmax(z.map((x) => x * temperature))),
  'temperature after the softmax': (z: number[], temperature = 1) => divided(list(math.softmax(z)), temperature),
  'log of softmax': (z: number[]) => list(math.softmax(z)).map((p) => math.log(p)),
  'log of softmax without a shift': (z: number[]) => {
    const e = exps(z);
    return divided(e, sum(e)).map((p) => math.log(p));
  },
  'the maximum forgotten in the result': (z: number[]) => {
    const shifted = math.log(sum(exps(z, largest(z))));
    return z.map((x) => x - shifted);
  },
  'log-softmax without a shift': (z: number[]) => {
    const total = math.log(sum(exps(z)));
    return z.map((x) => x - total);
  },
  'log-sum-exp without a shift': (z: number[]) => math.log(sum(exps(z))),
  'log-sum-exp without the maximum put back': (z: number[]) => math.log(sum(exps(z, largest(z)))),
  'one over one plus e to the minus z': (z: number) => 1 / (1 + math.exp(-z)),
  'e to the z over one plus e to the z': (z: number) => math.exp(z) / (1 + math.exp(z)),
  'sigmoid of minus z': (z: number) => math.sigmoid(-z),
  'cross-entropy through softmax': (z: number[], y: number) => -math.log(math.softmax(z)[y]!),
  'cross-entropy through softmax without a shift': (z: number[], y: number) => {
    const e = exps(z);
    return -math.log(e[y]! / sum(e));
  },
  'cross-entropy with softmax applied twice': (z: number[], y: number) =>
    math.crossEntropyWithLogits(math.softmax(z), y),
  'minus the log-probability forgotten': (z: number[], y: number) => math.logSoftmax(z)[y]!,
  'binary cross-entropy through sigmoid': (z: number, y: number) => {
    const p = math.sigmoid(z);
    return -(y * math.log(p) + (1 - y) * math.log(1 - p));
  },
  'sigmoid of the first logit': (a: number) => math.sigmoid(a),
  'sigmoid of the sum': (a: number, b: number) => math.sigmoid(a + b),
  'difference the other way round': (a: number, b: number) => math.sigmoid(b - a),
  'two logits without a shift': (a: number, b: number) => math.exp(a) / (math.exp(a) + math.exp(b)),
  'the other axis': (matrix: number[][], axis: number) => along((z) => list(math.softmax(z)))(matrix, 1 - axis),
  'always the last axis': (matrix: number[][]) => along((z) => list(math.softmax(z)))(matrix, 1),
  'along an axis without a shift': along((z) => {
    const e = exps(z);
    return divided(e, sum(e));
  }),
  'over the whole matrix': (matrix: number[][]) => {
    const all = list(math.softmax(matrix.flat()));
    return matrix.map((row, i) => row.map((_, j) => all[i * row.length + j]!));
  },
  'y minus p': (z: number[], y: number) => minusTarget(list(math.softmax(z)), y).map((x) => -x),
  'p without the target': (z: number[]) => list(math.softmax(z)),
  'threshold on the logit': (z: number[], t: number) => z.flatMap((x, i) => (x >= t ? [i] : [])),
  'threshold on softmax': (z: number[], t: number) => list(math.softmax(z)).flatMap((p, i) => (p >= t ? [i] : [])),
  'strictly above the threshold': (z: number[], t: number) => z.flatMap((x, i) => (math.sigmoid(x) > t ? [i] : [])),
  'only the top label': (z: number[]) => (z.length === 0 ? [] : [z.indexOf(largest(z))]),
  'the sum not rescaled': (z: number[]) => {
    let m = -Infinity;
    let s = 0;
    for (const x of z) {
      m = Math.max(m, x);
      s += math.exp(x - m);
    }
    return [m, s];
  },
};
