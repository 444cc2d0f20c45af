/** Runs recorded expressions in Python, and compares what comes of them with what was recorded. */
import { decode, formats, ulpDistance, type FormatName } from '../../../src/math/index.ts';
import type { Python } from '../../../src/notebook/python/interpreter.ts';
import { prepared } from '../../../src/notebook/python/source.ts';

/** What an expression made: an array or scalar with type, shape and bits; a tuple of such; a float; other text; an exception. */
export type Made =
  | [kind: 'a' | 's' | 'f', dtype: string, shape: number[], bits: string]
  | [kind: 't', parts: Made[]]
  | [kind: 'p', text: string]
  | [kind: '!', name: string, message: string];

/**
 * An expression: how near its numbers must come (units in the last place; of a product, n times the sum of magnitudes
 * for each number), its code, and what NumPy made of it.
 */
export type Recorded = [family: string, near: number | number[], code: string, made: Made, warnings?: string[]];

export interface Difference {
  readonly family: string;
  readonly code: string;
  readonly why: string;
}

/** The program that runs expressions and writes what they made, a line each. */
const harness = `
import json, struct, binascii, warnings
import numpy as np

def hexed(form, values):
    return binascii.hexlify(struct.pack('<' + str(len(values)) + form, *values)).decode()

def shown(value):
    if isinstance(value, np.ndarray) or isinstance(value, np.generic):
        kind = 'a' if isinstance(value, np.ndarray) else 's'
        name = str(value.dtype)
        values = value.ravel()[:12].tolist()
        form = {'bool': 'B', 'int64': 'q'}.get(name, 'd')
        return [kind, name, list(value.shape), hexed(form, values)]
    if isinstance(value, tuple) and value and isinstance(value[0], np.ndarray):
        return ['t', [shown(each) for each in value]]
    if type(value) is float:
        return ['f', 'float64', [], hexed('d', [value])]
    return ['p', repr(value)]

def tried(body, last):
    names = dict(base)
    with warnings.catch_warnings(record=True) as caught:
        try:
            exec(body, names)
            result = shown(eval(last, names))
        except Exception as error:
            result = ['!', getattr(type(error), '_shown', type(error).__name__), str(error).split('\\n')[0]]
    told = []
    for one in caught:
        text = one.category.__name__ + ': ' + str(one.message)
        if text not in told:
            told.append(text)
    print(json.dumps([result, told]))

base = {}
`;

const literal = (text: string) => JSON.stringify(text);

/** Runs recorded expressions, and says which of them came out otherwise, and how. */
export function differences(python: Python, prelude: string, recorded: readonly Recorded[]): Difference[] {
  const started = python.run(`${harness}\nexec(${literal(prelude)}, base)`);
  if (started.exception) throw new Error(JSON.stringify(started.exception));
  const found: Difference[] = [];
  const batch = 250;
  for (let from = 0; from < recorded.length; from += batch) {
    const part = recorded.slice(from, from + batch);
    const calls = part.map(([, , code]) => {
      const lines = code.split('\n');
      const body = prepared(lines.slice(0, -1).join('\n')).code;
      return `tried(${literal(body)}, ${literal(prepared(lines.at(-1)!).code)})`;
    });
    const { output, exception } = python.run(calls.join('\n'));
    if (exception) throw new Error(JSON.stringify(exception));
    output
      .trim()
      .split('\n')
      .forEach((line, i) => {
        const [family, near, code, made, warnings = []] = part[i]!;
        const [here, told] = JSON.parse(line) as [Made, string[]];
        const why =
          differs(made, here, near) ??
          (same(warnings, told) ? undefined : `warns ${told.join()}; expected ${warnings.join()}`);
        if (why) found.push({ family, code, why });
      });
  }
  return found;
}

const same = (a: readonly unknown[], b: readonly unknown[]) => JSON.stringify(a) === JSON.stringify(b);

/** What two results differ in, or nothing. */
function differs(there: Made, here: Made, near: number | number[]): string | undefined {
  const all = `${JSON.stringify(here)}; expected ${JSON.stringify(there)}`;
  if (there[0] !== here[0]) return all;
  if (there[0] === 't') {
    const parts = here[1] as Made[];
    return there[1].length === parts.length
      ? there[1].map((part, i) => differs(part, parts[i]!, near)).find(Boolean)
      : all;
  }
  if (there[0] === 'p') return there[1] === here[1] ? undefined : all;
  if (there[0] === '!') {
    // What this course's NumPy lacks, it says in its own words.
    const lacking = there[1] === 'AttributeError';
    return there[1] === here[1] && (lacking || there[2] === here[2]) ? undefined : all;
  }
  const [, dtype, shape, bits] = here as [string, string, number[], string];
  if (there[1] !== dtype || !same(there[2], shape)) return all;
  const want = recordedValues(there[3], dtype);
  const got = writtenValues(bits, dtype);
  if (want.length !== got.length) return all;
  for (let i = 0; i < want.length; i++) {
    const [x, y] = [want[i]!, got[i]!];
    if (Object.is(x, y)) continue;
    if (near !== 0 && typeof x === 'number' && typeof y === 'number') {
      const format = (dtype === 'float32' || dtype === 'float16' ? dtype : 'float64') as FormatName;
      if (Array.isArray(near)) {
        // u is half the distance from 1 to the next number.
        if (Math.abs(x - y) <= (near[i]! * formats[format].epsilon) / 2 || x === y) continue;
      } else if (ulpDistance(x, y, format) <= (format === 'float64' ? near : 4 * near) && (x !== 0 || Object.is(x, y)))
        continue;
    }
    return `[${i}] ${y}; expected ${x} in ${dtype}`;
  }
  return undefined;
}

/** The values that record.py wrote: their own bytes, in base64. */
function recordedValues(text: string, dtype: string): (number | bigint)[] {
  const bytes = Buffer.from(text, 'base64');
  const width = { bool: 1, int64: 8, float16: 2, float32: 4, float64: 8 }[dtype]!;
  return Array.from({ length: bytes.length / width }, (_, i) => {
    const at = i * width;
    if (dtype === 'bool') return bytes[at]!;
    if (dtype === 'int64') return bytes.readBigInt64LE(at);
    if (dtype === 'float16') return decode(BigInt(bytes.readUInt16LE(at)), 'float16');
    return dtype === 'float32' ? bytes.readFloatLE(at) : bytes.readDoubleLE(at);
  });
}

/** The values that the harness wrote: float64, int64 or bytes, in hex. */
function writtenValues(text: string, dtype: string): (number | bigint)[] {
  const bytes = Buffer.from(text, 'hex');
  const width = dtype === 'bool' ? 1 : 8;
  return Array.from({ length: bytes.length / width }, (_, i) =>
    dtype === 'bool' ? bytes[i]! : dtype === 'int64' ? bytes.readBigInt64LE(8 * i) : bytes.readDoubleLE(8 * i),
  );
}

/** The share that agrees, in all and by family. */
export function summary(recorded: readonly Recorded[], found: readonly Difference[]): string {
  const share = (all: number, wrong: number) => `${(100 * (1 - wrong / all)).toFixed(1)} %`;
  const families = [...new Set(recorded.map(([family]) => family))].map((name) => {
    const all = recorded.filter(([family]) => family === name).length;
    return `${name} ${share(all, found.filter(({ family }) => family === name).length)} of ${all}`;
  });
  return `${share(recorded.length, found.length)} of ${recorded.length} expressions agree: ${families.join(', ')}`;
}
