/** The way to a right result, with the numbers of one input, for whoever wants to see where their code leaves it. */
import type { ReferenceName } from './forms.ts';

/** A number as one would write it on paper. */
function short(x: number): string {
  const rounded = [4, 6, 8].map((digits) => Number(x.toPrecision(digits))).find((one) => one !== 1 || x === 1);
  return String(rounded ?? x).replace('-', '−');
}
const listed = (values: readonly number[]): string =>
  values.length === 1 ? short(values[0]!) : `${values.slice(0, -1).map(short).join(', ')} and ${short(values.at(-1)!)}`;
/** A number after a sign, in parentheses where it has one of its own. */
const operand = (x: number): string => (x < 0 ? `(${short(x)})` : short(x));

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** The steps that everything with a sum of exponentials has. */
function shifted(z: number[]) {
  const max = Math.max(...z);
  const gaps = z.map((x) => x - max);
  const e = gaps.map((gap) => Math.exp(gap));
  const total = sum(e);
  const several = z.length > 1;
  return {
    max,
    gaps,
    log: Math.log(total),
    p: e.map((x) => x / total),
    steps:
      `the largest logit is ${short(max)}; with it subtracted ${several ? 'they are' : 'it is'} ${listed(gaps)}, ` +
      `the exponential${several ? 's' : ''} of that ${several ? 'are' : 'is'} ${listed(e)}, and the sum is ${short(total)}`,
  };
}

function sigmoidSteps(z: number): string {
  const e = Math.exp(-Math.abs(z));
  return z < 0
    ? `e^${short(z)} is ${short(e)}, and ${short(e)}/(1 + ${short(e)}) is ${short(e / (1 + e))}`
    : `e^${short(z === 0 ? 0 : -z)} is ${short(e)}, and 1/(1 + ${short(e)}) is ${short(1 / (1 + e))}`;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const ways: Record<ReferenceName, (...args: any[]) => string> = {
  sigmoid: sigmoidSteps,
  twoLogitsToOne: (a: number, b: number) => `z1 − z2 is ${short(a - b)}; ${sigmoidSteps(a - b)}`,
  softmax: (z: number[], temperature?: number) => {
    const { p, steps } = shifted(z.map((x) => x / (temperature ?? 1)));
    const scaled =
      temperature === undefined || temperature === 1
        ? ''
        : `divided by T the logits are ${listed(z.map((x) => x / temperature))}; of these `;
    return `${scaled}${steps}. Divided by it: ${listed(p)}`;
  },
  softmaxAlongAxis: (matrix: number[][], axis: number) => {
    const lane = axis === 1 ? matrix[0]! : matrix.map((row) => row[0]!);
    const { p, steps } = shifted(lane);
    return `with axis ${axis} the first ${axis === 1 ? 'row' : 'column'}, ${listed(lane)}, is on its own: ${steps}. Divided by it: ${listed(p)}`;
  },
  crossEntropyGradient: (z: number[], y: number) => {
    const { p, steps } = shifted(z);
    return `${steps}. The share${z.length > 1 ? 's are' : ' is'} ${listed(p)}; 1 is taken from place ${y}, which leaves ${short(p[y]! - 1)} there`;
  },
  logSumExp: (z: number[]) => {
    const { max, log, steps } = shifted(z);
    return `${steps}. Its logarithm is ${short(log)}, and ${short(max)} + ${short(log)} is ${short(max + log)}`;
  },
  logSoftmax: (z: number[]) => {
    const { gaps, log, steps } = shifted(z);
    return `${steps}. Its logarithm is ${short(log)}; subtracted from ${listed(gaps)} it leaves ${listed(gaps.map((gap) => gap - log))}`;
  },
  crossEntropyWithLogits: (z: number[], y: number) => {
    const { gaps, log, steps } = shifted(z);
    return `${steps}. Its logarithm is ${short(log)}; class ${y} has ${short(gaps[y]!)}, and the loss is ${short(log)} − ${operand(gaps[y]!)} = ${short(log - gaps[y]!)}`;
  },
  binaryCrossEntropyWithLogits: (z: number, y: number) => {
    const [a, b, c] = [Math.max(z, 0), z * y, Math.log1p(Math.exp(-Math.abs(z)))];
    return `max(z, 0) is ${short(a)}, z·y is ${short(b)}, log(1 + e^−|z|) is ${short(c)}, and ${short(a)} − ${operand(b)} + ${short(c)} is ${short(a - b + c)}`;
  },
  labelsAbove: (z: number[], t: number) => {
    const p = z.map(sigmoid);
    const at = p.flatMap((x, i) => (x >= t ? [i] : []));
    return `the sigmoid${z.length > 1 ? 's are' : ' is'} ${listed(p)}; at least ${short(t)} ${at.length === 0 ? 'is none of them' : `stand${at.length > 1 ? '' : 's'} at place ${listed(at)}`}`;
  },
  onlineNormalizer: (z: number[]) => {
    let [m, s] = [-Infinity, 0];
    const steps = z.map((x) => {
      const next = Math.max(m, x);
      s = s * Math.exp(m - next) + Math.exp(x - next);
      m = next;
      return `after ${short(x)}, m is ${short(m)} and s is ${short(s)}`;
    });
    return steps.join('; ');
  },
};

/** The most numbers that one follows. */
const most = 4;

/** The way to the right result of this input, in a sentence or two; nothing where it is too long to follow. */
export function workedOut(reference: string, args: readonly unknown[]): string | undefined {
  const numbers = [args[0]].flat(2) as number[];
  if (numbers.length === 0 || numbers.length > most || !numbers.every(Number.isFinite)) return undefined;
  return `By hand: ${ways[reference as ReferenceName](...args)}. Where does your code part from this?`;
}
