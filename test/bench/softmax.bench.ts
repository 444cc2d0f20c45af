/**
 * How fast softmax is, side by side with a plain loop and with other libraries, as ratios to the plain loop:
 *
 *     (cd test/bench && npm ci) && node test/bench/softmax.bench.ts
 *
 * Each library computes the same rows of logits, in the precision that it has, from arrays that exist already to an
 * array that the caller can read. Rounds are interleaved, and the fastest round of each counts. Peak memory is that of
 * a process of its own that does nothing else, less that of a process that only makes the logits.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { argv, execPath, resourceUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { softmax } from '../../src/math/index.ts';
import { softmaxModel } from './onnx-model.ts';

/** Computes softmax of every row of the logits that it was made for, and returns all probabilities. */
type Run = () => ArrayLike<number> | Promise<ArrayLike<number>>;

/** Makes a run for `rows` rows of `n` logits. */
type Contender = (z: Float64Array, rows: number, n: number) => Run | Promise<Run>;

/** The textbook's two passes after the maximum, as one writes them: what everything is compared with. */
function plainLoop(z: Float64Array, out: Float64Array): void {
  let max = -Infinity;
  for (let i = 0; i < z.length; i++) if (z[i]! > max) max = z[i]!;
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const e = Math.exp(z[i]! - max);
    out[i] = e;
    sum += e;
  }
  for (let i = 0; i < z.length; i++) out[i] = out[i]! / sum;
}

/** The same passes without an exponential: what memory and arithmetic alone take. */
function floor(z: Float64Array, out: Float64Array): void {
  let max = -Infinity;
  for (let i = 0; i < z.length; i++) if (z[i]! > max) max = z[i]!;
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const e = z[i]! - max;
    out[i] = e;
    sum += e;
  }
  for (let i = 0; i < z.length; i++) out[i] = out[i]! / sum;
}

/** A contender that works on one row after another. */
const rowByRow =
  (f: (z: Float64Array, out: Float64Array) => void): Contender =>
  (z, rows, n) => {
    const out = new Float64Array(z.length);
    const views = Array.from({ length: rows }, (_, i) => [i * n, (i + 1) * n] as const).map(
      ([from, to]) => [z.subarray(from, to), out.subarray(from, to)] as const,
    );
    return () => {
      for (const [row, probabilities] of views) f(row, probabilities);
      return out;
    };
  };

const tfjs =
  (backend: 'cpu' | 'wasm'): Contender =>
  async (z, rows, n) => {
    const tf = await import('@tensorflow/tfjs-core');
    if (backend === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
    else {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(`${dirname(entry)}/`);
    }
    await tf.setBackend(backend);
    await tf.ready();
    const logits = tf.tensor2d(Float32Array.from(z), [rows, n]);
    return () => {
      // Other rounds may have switched to the other backend.
      tf.setBackend(backend);
      const p = tf.softmax(logits);
      const data = p.dataSync();
      p.dispose();
      return data;
    };
  };

const mathjs: Contender = async (z, rows, n) => {
  const { create, all } = await import('mathjs');
  const math = create(all!, {});
  const data = Array.from({ length: rows }, (_, i) => Array.from(z.subarray(i * n, (i + 1) * n)));
  return () =>
    data.flatMap((row) => {
      const max = math.max(row);
      const e = row.map((zi) => math.exp(zi - max));
      return math.divide(e, math.sum(e)) as unknown as number[];
    });
};

const onnx =
  (type: 'float64' | 'float32'): Contender =>
  async (z, rows, n) => {
    const ort = await import('onnxruntime-web/wasm');
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(softmaxModel(type));
    const x = new ort.Tensor(type, type === 'float64' ? z : Float32Array.from(z), [rows, n]);
    return async () => (await session.run({ x })).p!.data as Float64Array;
  };

const contenders: Record<string, Contender> = {
  'floor (no exp)': rowByRow(floor),
  'plain Math.exp loop': rowByRow(plainLoop),
  'src/math softmax': rowByRow((z, out) => softmax(z, { out })),
  'onnxruntime-web float64': onnx('float64'),
  mathjs: mathjs,
  'tfjs cpu (float32)': tfjs('cpu'),
  'tfjs wasm (float32)': tfjs('wasm'),
  'onnxruntime-web float32': onnx('float32'),
};

/** How many rows of how many logits: always about as many logits, so that calls don't count but where rows are short. */
const shapes: [rows: number, n: number][] = [
  [20000, 3],
  [128, 1000],
  [3, 50257],
  [1, 128256],
];

/** Logits as of a language model: about normal with a standard deviation of 4, the same in every run. */
function logits(size: number): Float64Array {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return Float64Array.from({ length: size }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += random();
    return 4 * sum;
  });
}

/** The fastest time of each contender over interleaved rounds, in nanoseconds a logit. */
async function times(rows: number, n: number): Promise<Map<string, number>> {
  const z = logits(rows * n);
  const runs = new Map<string, Run>();
  const best = new Map<string, number>();
  const reference = new Float64Array(z.length);
  for (let i = 0; i < rows; i++) plainLoop(z.subarray(i * n, (i + 1) * n), reference.subarray(i * n, (i + 1) * n));
  for (const [name, contender] of Object.entries(contenders)) {
    const run = await contender(z, rows, n);
    runs.set(name, run);
    best.set(name, Infinity);
    // A contender that computes something else has no time worth printing.
    const p = await run();
    const wrong = reference.findIndex((value, i) => !(Math.abs(p[i]! / value - 1) < 1e-3));
    if (wrong >= 0 && !name.startsWith('floor')) throw new Error(`${name}: ${p[wrong]}; expected ${reference[wrong]}`);
  }
  for (let round = 0; round < 40; round++) {
    for (const [name, run] of runs) {
      if (name === 'mathjs' && round >= 5) continue;
      const start = performance.now();
      await run();
      best.set(name, Math.min(best.get(name)!, ((performance.now() - start) * 1e6) / z.length));
    }
  }
  return best;
}

/**
 * The peak memory in MB of a process that runs one contender, or only makes the logits. Measured before the times, as a
 * process is born with the peak of the one that starts it.
 */
const peakMemory = (name: string, shape: number): number =>
  Number(
    String(execFileSync(execPath, [fileURLToPath(import.meta.url), '--memory', name, String(shape)]))
      .trim()
      .split('\n')
      .at(-1),
  ) / 1024;

if (argv[2] === '--memory') {
  const [rows, n] = shapes[Number(argv[4])]!;
  const z = logits(rows * n);
  const contender = contenders[argv[3]!];
  if (contender) {
    const run = await contender(z, rows, n);
    for (let i = 0; i < 10; i++) await run();
  }
  console.log(resourceUsage().maxRSS);
} else {
  console.log('softmax: time as a ratio to the plain loop, by number of classes; peak memory beyond the logits\n');
  const last = shapes.length - 1;
  const idle = peakMemory('', last);
  const memory = new Map(Object.keys(contenders).map((name) => [name, peakMemory(name, last) - idle]));
  const columns: Map<string, number>[] = [];
  for (const [rows, n] of shapes) columns.push(await times(rows, n));
  const header = [
    '',
    ...shapes.map(([, n]) => n.toLocaleString('en')),
    `MB at ${shapes[last]![1].toLocaleString('en')}`,
  ];
  const lines = Object.keys(contenders).map((name) => [
    name,
    ...columns.map((column) => (column.get(name)! / column.get('plain Math.exp loop')!).toFixed(2)),
    memory.get(name)!.toFixed(1),
  ]);
  for (const [name, ...cells] of [header, ...lines]) {
    console.log(name!.padEnd(26) + cells.map((cell) => cell.padStart(15)).join(''));
  }
  const plain = columns.map((column) => column.get('plain Math.exp loop')!.toFixed(1));
  console.log(`\nThe plain loop took ${plain.join(', ')} ns a logit.`);
}
