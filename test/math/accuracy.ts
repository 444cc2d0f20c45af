/**
 * Measures how far the functions are from the exact results, on the fixtures' inputs, and writes the table of the
 * page /accuracy/ to src/math/accuracy.json:
 *
 *     node test/math/accuracy.ts
 */
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as math from '../../src/math/index.ts';
import { fixture, type Cases, type Kind, type Row } from './fixtures.ts';

/** The worst error over some inputs, in units in the last place of the exact result, and where it happened. */
export interface Worst {
  ulp: number;
  /** The input: a number, a list of arguments or of logits, or, of a long list, how long it is. */
  at: number | (number | string)[];
}

/** One line of the table; `bound` is what the tests hold this project's functions to. */
export interface Line {
  name: string;
  bound: number;
  cases: number;
  /** The share of results that are the float64 nearest to the exact one. */
  nearest: number;
  here: Record<Kind, Worst>;
  SciPy: Record<Kind, Worst> | null;
  PyTorch: Record<Kind, Worst> | null;
}

/** The most units in the last place that each function may be off, anywhere. */
export const bounds: Record<string, number> = {
  exp: 0.51,
  expm1: 0.51,
  log: 0.51,
  log1p: 0.51,
  sigmoid: 0.51,
  sigmoidDerivative: 0.51,
  logit: 0.51,
  softplus: 0.51,
  logSigmoid: 0.51,
  binaryCrossEntropyWithLogits: 0.51,
  binaryCrossEntropyWithLogitsGradient: 0.51,
  softmax: 0.51,
  logSoftmax: 0.51,
  logSumExp: 0.51,
  crossEntropyWithLogits: 0.51,
};

const scalarFunctions: Record<string, (...args: number[]) => number> = {
  exp: math.exp,
  expm1: math.expm1,
  log: math.log,
  log1p: math.log1p,
  sigmoid: math.sigmoid,
  sigmoidDerivative: math.sigmoidDerivative,
  logit: math.logit,
  softplus: math.softplus,
  logSigmoid: math.logSigmoid,
  binaryCrossEntropyWithLogits: math.binaryCrossEntropyWithLogits as (...args: number[]) => number,
  binaryCrossEntropyWithLogitsGradient: math.binaryCrossEntropyWithLogitsGradient as (...args: number[]) => number,
};

/** The distance of `got` from the exact result `value` + `millionths`/1e6 ulp, in ulps of `value` (or of `scale`). */
function distance(got: number, value: number, millionths: number, scale = value): number {
  if (!Number.isFinite(got) || !Number.isFinite(value)) return Object.is(got, value) ? 0 : Infinity;
  return Math.abs((got - value) / math.ulp(scale, 'float64') - millionths / 1e6);
}

const shortened = (z: number | number[]): Worst['at'] =>
  typeof z === 'number' || z.length <= 5 ? z : [`${z.length} logits`];

/** Every line of the table, measured now. */
export function measure(): Line[] {
  const scalar = fixture<Record<string, Record<Kind, Cases>>>('scalar.json');
  const rows = fixture<Row[]>('rows.json');
  const peers = fixture<Record<'SciPy' | 'PyTorch', Record<string, Record<Kind, Worst>>>>('peers.json');

  return Object.keys(bounds).map((name) => {
    const worst: Record<Kind, Worst> = { ordinary: { ulp: -1, at: 0 }, any: { ulp: -1, at: 0 } };
    let cases = 0;
    let nearest = 0;
    const take = (kind: Kind, at: number | number[], ulp: number) => {
      cases++;
      if (ulp <= 0.5) nearest++;
      if (!(ulp <= worst[kind].ulp)) worst[kind] = { ulp, at: shortened(at) };
    };
    const f = scalarFunctions[name];
    for (const kind of ['ordinary', 'any'] as const) {
      if (!f) break;
      const { inputs, values, millionths } = scalar[name]![kind];
      inputs.forEach((input, i) => {
        const args = [input].flat();
        // The unit where terms cancel: that of the larger term.
        const scale = name.endsWith('Gradient') ? Math.max(Math.abs(values[i]!), args[1]!) : values[i]!;
        const offset = scale === values[i] ? millionths[i]! : 0;
        take(kind, input, distance(f(...args), values[i]!, offset, scale));
      });
    }
    for (const row of f ? [] : rows) {
      const { kind, z, temperature } = row;
      if (name === 'logSumExp') {
        const scale = Math.max(Math.abs(row.logSumExp), Math.abs(Math.max(...z)));
        const got = math.logSumExp(z, { temperature });
        take(kind, z, distance(got, row.logSumExp, row.logSumExpMillionths, scale));
        continue;
      }
      const sign = name === 'crossEntropyWithLogits' ? -1 : 1;
      const values = name === 'softmax' ? row.softmax : row.logSoftmax;
      const offsets = name === 'softmax' ? row.softmaxMillionths : row.logSoftmaxMillionths;
      const got =
        name === 'softmax'
          ? math.softmax(z, { temperature })
          : name === 'logSoftmax'
            ? math.logSoftmax(z, { temperature })
            : z.map((_, i) => math.crossEntropyWithLogits(z, i, { temperature }));
      values.forEach((value, i) => take(kind, z, distance(got[i]!, sign * value, sign * offsets[i]!)));
    }
    for (const kind of ['ordinary', 'any'] as const) worst[kind].ulp = Number(worst[kind].ulp.toPrecision(6));
    const { [name]: SciPy = null } = peers.SciPy;
    const { [name]: PyTorch = null } = peers.PyTorch;
    const share = Number((nearest / cases).toPrecision(6));
    return { name, bound: bounds[name]!, cases, nearest: share, here: worst, SciPy, PyTorch };
  });
}

/** The text of accuracy.json: JSON, with what JSON can't say as text, and short arrays on one line as Prettier has them. */
export function table(): string {
  const { versions } = fixture<{ versions: Record<string, string> }>('peers.json');
  const value = { versions, functions: measure() };
  const json = JSON.stringify(value, (_, x) => (typeof x === 'number' && !Number.isFinite(x) ? String(x) : x), 2);
  const short = json.replace(/\[([^[\]{}]*)\]/g, (_, items: string) => `[${items.trim().split(/,\s*/).join(', ')}]`);
  return short + '\n';
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../src/math/accuracy.json', import.meta.url), table());
  for (const { name, cases, nearest, here } of measure())
    console.log(name, cases, nearest, here.ordinary.ulp, here.any);
}
