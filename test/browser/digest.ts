/**
 * One number for the bits of very many results: equal wherever the functions compute the same. It runs in Node and in
 * browsers, and uses nothing that may differ between them but the functions themselves.
 */
import * as math from '../../src/math/index.ts';

/** What was computed and what it comes to. */
export interface Digest {
  /** Results that went into the digests. */
  results: number;
  /** By function, 32 bits in hexadecimal. */
  digests: Record<string, string>;
}

const view = new DataView(new ArrayBuffer(8));

/** A hash of the bits of numbers in their order (FNV-1a by halves), NaN being one number whatever its bits. */
function hasher(): { add: (x: number) => void; text: () => string; count: () => number } {
  let hash = 0x811c9dc5;
  let count = 0;
  const mix = (word: number) => {
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  };
  return {
    add: (x) => {
      view.setFloat64(0, x === x ? x : 0);
      mix(x === x ? view.getUint32(0) : 0x7ff80000);
      mix(view.getUint32(4));
      count++;
    },
    text: () => (hash >>> 0).toString(16).padStart(8, '0'),
    count: () => count,
  };
}

/** A fixed sequence of 32-bit numbers (xorshift, from Marsaglia, “Xorshift RNGs”, 2003). */
function sequence(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** The digest of every function over a large fixed set of inputs. */
export function digest(): Digest {
  const next = sequence();
  /** Any finite float64 or not: 64 bits as they come. */
  const anyBits = (): number => {
    view.setUint32(0, next());
    view.setUint32(4, next());
    return view.getFloat64(0);
  };
  /** Within ±size, of full precision. */
  const within = (size: number): number => ((next() * 2097152 + (next() >>> 11)) / 4503599627370496 - 1) * size;
  const between0and1 = (): number => (next() + 0.5) / 4294967296;

  const digests: Record<string, string> = {};
  let results = 0;
  const record = (name: string, fill: (add: (x: number) => void) => void) => {
    const { add, text, count } = hasher();
    fill(add);
    digests[name] = text();
    results += count();
  };

  const { exp, expm1, log, log1p, sigmoid, sigmoidDerivative, logit, softplus, logSigmoid, odds } = math;
  for (const f of [exp, expm1, log, log1p, sigmoid, sigmoidDerivative, logit, softplus, logSigmoid, odds]) {
    record(f.name, (add) => {
      for (let i = 0; i < 20000; i++) {
        add(f(anyBits()));
        add(f(within(20)));
        add(f(within(760)));
        add(f(between0and1()));
      }
    });
  }

  record('binaryCrossEntropy', (add) => {
    for (let i = 0; i < 10000; i++) {
      const [z, y] = [i % 2 ? within(40) : anyBits(), i % 3 ? i % 2 : between0and1()];
      add(math.binaryCrossEntropyWithLogits(z, y));
      add(math.binaryCrossEntropyWithLogitsGradient(z, y));
      add(math.binaryCrossEntropy(between0and1(), y));
    }
  });

  const rows = Array.from({ length: 2000 }, (_, i) => {
    const n = [1, 2, 3, 5, 17, 100][i % 6]!;
    const size = [1, 8, 40, 745, 1e4][i % 5]!;
    return Array.from({ length: n }, () => (i % 50 === 0 ? anyBits() : within(size)));
  });
  rows.push(Array.from({ length: 50257 }, () => within(12)));
  record('softmax', (add) => {
    for (const z of rows) math.softmax(z).forEach(add);
    for (const z of rows) math.softmax(z, { temperature: 1.7 }).forEach(add);
  });
  record('logSoftmax', (add) => rows.forEach((z) => math.logSoftmax(z).forEach(add)));
  record('logSumExp', (add) => rows.forEach((z) => add(math.logSumExp(z))));
  record('crossEntropy', (add) => rows.forEach((z) => add(math.crossEntropyWithLogits(z, z.length >> 1))));
  record('naiveSoftmax', (add) => rows.forEach((z) => math.naiveSoftmax(z).forEach(add)));
  record('onlineSoftmax', (add) => rows.forEach((z) => [...math.onlineSoftmax(z)].forEach(({ s }) => add(s))));

  const formats = Object.keys(math.formats) as math.FormatName[];
  record('round', (add) => {
    for (let i = 0; i < 20000; i++) add(math.round(i % 2 ? within(1e5) : anyBits(), formats[i % formats.length]!));
  });
  record('trace', (add) => {
    for (let i = 0; i < 600; i++) {
      const name = math.traceNames[i % math.traceNames.length]!;
      const inputs = name.startsWith('binary')
        ? [between0and1(), between0and1()]
        : name.includes('Sigmoid')
          ? [within(20)]
          : [within(20), within(20), within(20)];
      math.trace(name, inputs, formats[i % formats.length]!).steps.forEach(({ value }) => add(value));
    }
  });
  return { results, digests };
}
