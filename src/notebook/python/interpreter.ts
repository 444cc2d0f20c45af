/**
 * MicroPython, started from its bytes wherever there is WebAssembly and `Function`: Node, a page, a Worker in a sandbox
 * without a network. Its script is given a global object of its own, so that `import js` reaches nothing, and what it
 * leaves behind stays there.
 */
import type { Counts } from '../count.ts';
import { limits, type Datum } from '../protocol.ts';
import { inCPythonsWords } from './cpython.ts';
import { Counting } from './counting.ts';
import { decoded, encoded } from './data.ts';
import { kernelsOn } from './memory.ts';
import data from './data.py?raw';
import driver from './driver.py?raw';
import math from './math.py?raw';
import numpy from './numpy.py?raw';
import { prepared } from './source.ts';

/** What a page loads to start Python: the two files of `@micropython/micropython-webassembly-pyscript`. */
export interface PythonFiles {
  /** `micropython.mjs`, as text. */
  readonly script: string;
  /** `micropython.wasm`. */
  readonly wasm: BufferSource;
}

/** What came of running some code. */
export interface PythonRun {
  /** What was printed, as far as it is kept, and how many lines more there were. */
  readonly output: string;
  readonly unkept: number;
  /** The repr of the last line's value, where that is an expression with a value other than None. */
  readonly result?: string;
  /** NumPy's warnings, each text once: `RuntimeWarning: overflow encountered in exp`. */
  readonly warnings: readonly string[];
  /** What ended it early. */
  readonly exception?: PythonException;
}

/** What ended a run or a call early. */
export interface PythonException {
  /** The class: `ZeroDivisionError`. */
  readonly name: string;
  readonly message: string;
  /** Where it was raised, or from where what raised it was called: the run, from 0, and the line of its code, from 1. */
  readonly cell?: number;
  readonly line?: number;
}

/** What a call of a function came to. What a function hands back that is no plain data is an exception called Returned. */
export type PythonCall = { readonly data: Datum; readonly counts: Counts } | { readonly exception: PythonException };

/** Python, with names that last from one run to the next. */
export interface Python {
  run(code: string): PythonRun;
  /**
   * Calls a function that a run defined. Lists of numbers are handed in as arrays of float64, a number beside one as an
   * int where it is whole, any other as a float; numbers cross by their bits.
   *
   * @param counted whether looks at the first array are counted, beside exponentials
   */
  call(name: string, args: readonly Datum[], counted?: boolean): PythonCall;
  /** Forgets all names that were given, and frees what only they held. */
  reset(): void;
}

/**
 * What Python has for objects to begin with; it takes more, in steps, from the memory of the page. What nobody holds any
 * more is freed when a run has ended, not before: a run may make arrays of about two gigabytes in all.
 */
export const heapBytes = 4 * 1024 * 1024;

/** The bytes that are kept of what a run prints: a loop that prints fills no memory. */
const mostPrinted = 200_000;

/** How many small calls may leave behind what nobody holds any more. */
const callsUntilCollected = 100;

const newline = 10;

interface MicroPython {
  registerJsModule(name: string, module: object): void;
  runPython(code: string): void;
  readonly FS: { mkdir(path: string): void; writeFile(path: string, text: string): void; unlink(path: string): void };
}
type Load = (options: object) => Promise<MicroPython>;

/** The parts of MicroPython's script that are for a module in a file; each must be there, or it is another version. */
const replacements: readonly (readonly [string, string])[] = [
  ['export async function loadMicroPython', 'async function loadMicroPython'],
  ['_scriptName=import.meta.url', '_scriptName="file:///micropython.mjs"'],
  ['globalThis.Module=Module', 'keepModule(Module)'],
  ['let Module={locateFile:', 'let Module={instantiateWasm:options.instantiateWasm,locateFile:'],
  ['export default _createMicroPythonModule;', ''],
  // What follows is for a command line in Node.
  ['globalThis.loadMicroPython=loadMicroPython,', 'globalThis.loadMicroPython=loadMicroPython,false&&'],
];

/** The script as a function's body. */
function bodyOf(script: string): string {
  let body = script;
  for (const [from, to] of replacements) {
    if (!body.includes(from)) throw new Error(`script: has no ${from}; expected micropython.mjs of MicroPython 1.27.0`);
    body = body.replace(from, to);
  }
  // What it sets on the global object and then looks up as a plain name is the function's own here.
  const tables = ['ref', 'ref_next', 'ref_map', 'map', 'existing'].map((name) => `proxy_js_${name}`);
  return `var Module,${tables.join()};function keepModule(it){Module=it}${body}`
    .replaceAll('globalThis.proxy_js_', 'proxy_js_')
    .replaceAll('import.meta.url', '_scriptName');
}

type Called = (...args: never[]) => string | number | boolean | void;

/**
 * Functions for Python without a prototype, so that nothing leads from them to the rest of JavaScript: their results
 * are texts and numbers, and `call`, by which MicroPython calls them, is their own.
 */
function closed(functions: Record<string, Called>): object {
  for (const of of Object.values(functions)) {
    const call = (_: never, ...args: never[]) => of(...args);
    Object.setPrototypeOf(Object.assign(of, { call: Object.setPrototypeOf(call, null) as Called }), null);
  }
  return Object.setPrototypeOf(functions, null) as object;
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<void>;

/**
 * Starts Python.
 *
 * @param files MicroPython's script and WebAssembly
 * @returns an interpreter with `math` as CPython has it and this course's `numpy`
 * @throws Error if the script is not that of the version that this was written for
 */
export async function startPython({ script, wasm }: PythonFiles): Promise<Python> {
  // A Worker's global object, as far as the script looks at it; without a prototype, so that nothing leads out.
  const scope: { loadMicroPython?: Load } = Object.assign(Object.create(null), {
    WorkerGlobalScope: true,
    FinalizationRegistry,
    crypto: { getRandomValues: (into: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(into) },
    Float64Array,
    Int32Array,
    TextDecoder,
    WebAssembly,
  });
  await new AsyncFunction('globalThis', 'process', bodyOf(script))(scope, undefined);

  let memory: WebAssembly.Memory;
  const decoder = new TextDecoder();
  /** What was printed, byte by byte: so it comes. */
  let printed: number[] = [];
  let unkept = 0;
  const python = await scope.loadMicroPython!({
    heapsize: heapBytes,
    linebuffer: false,
    stdout: ([byte]: Uint8Array) => {
      if (printed.length < mostPrinted) printed.push(byte!);
      else if (byte === newline) unkept++;
    },
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(wasm, imports).then(({ instance }) => {
        memory = instance.exports['memory'] as WebAssembly.Memory;
        receive(instance);
      });
      return {};
    },
  });

  let asked: readonly string[] = [];
  let told: [string, string][] = [];
  const counting = new Counting();
  const kernels = kernelsOn(
    {
      get buffer() {
        return memory.buffer as ArrayBuffer;
      },
    },
    counting,
  );
  /** The numbers of a call, and whether they are still the same when it has ended. */
  let given = { numbers: new Float64Array(), first: 0, length: 0 };
  let counts: Omit<Counts, 'changed'> = { passes: 0, exponentials: 0, powers: 0 };
  let changed = false;
  let calls = 0;
  let taken: Float64Array[] = [];
  const numbersAt = (address: number, length: number) => new Float64Array(memory.buffer, address, length);
  python.registerJsModule('_kernels', closed(kernels));
  python.registerJsModule(
    '_host',
    closed({
      part: (index: number): string => asked[index] ?? '',
      tell: (what: string, text: string): void => void told.push([what, text]),
      limits: (): string => [limits.numbers, limits.parts, limits.depth, limits.data].join(),
      /** Writes the numbers of a call's arguments where Python has made room for them. */
      give(address: number): void {
        numbersAt(address, given.numbers.length).set(given.numbers);
        counting.begin(address + 8 * given.first, given.length);
      },
      called(address: number): void {
        counts = counting.end();
        const after = numbersAt(address, given.numbers.length);
        changed = given.numbers.some((x, i) => !Object.is(x, after[i]));
      },
      take: (address: number, length: number): void => void taken.push(numbersAt(address, length).slice()),
    }),
  );
  python.FS.mkdir('/lib');
  const sources = { _driver: driver, _data: data, _math: math, _numpy: numpy };
  for (const [name, text] of Object.entries(sources)) python.FS.writeFile(`/lib/${name}.py`, text);
  // It stays a name that no import finds, and so do the others.
  python.runPython('import sys, _driver\ndel sys.modules["_driver"]');
  for (const name of Object.keys(sources)) python.FS.unlink(`/lib/${name}.py`);

  /** The code of the runs since names were forgotten, as it was written. */
  let cells: string[] = [];
  /** What Python told of one kind. */
  const all = (what: string) => told.filter(([kind]) => kind === what).map(([, text]) => text);
  function exception(): PythonException | undefined {
    const [name] = all('exception');
    if (name === undefined) return undefined;
    const places = [...all('trace')[0]!.matchAll(/File "<cell (\d+)>", line (\d+)/g)];
    const [, cell, line] = places.at(-1) ?? [];
    const place = line === undefined ? {} : { cell: Number(cell), line: Number(line) };
    const code = place.cell === undefined ? '' : cells[place.cell]!;
    return { ...place, ...inCPythonsWords({ name, message: all('message')[0] ?? '', ...place }, code) };
  }

  return {
    run(code) {
      cells.push(code);
      const { code: ready, last } = prepared(code);
      // The last expression by itself; in brackets, line breaks before it keep its lines.
      const above = '\n'.repeat(ready.slice(0, last ?? 0).split('\n').length - 1);
      asked = last === undefined ? [ready, ''] : [ready.slice(0, last), `(${above}${ready.slice(last)}\n)`];
      [told, printed, unkept] = [[], [], 0];
      python.runPython('_driver.run()');
      const [result] = all('result');
      const ended = exception();
      return {
        output: decoder.decode(Uint8Array.from(printed)),
        unkept,
        warnings: [...new Set(all('warning'))],
        ...(result !== undefined && { result }),
        ...(ended && { exception: ended }),
      };
    },
    call(name, args, counted = false) {
      const { text, numbers, first, length } = encoded(args);
      given = { numbers, first, length: counted ? length : 0 };
      // To collect takes longer than a small call.
      const collects = numbers.length > 1000 || ++calls % callsUntilCollected === 0;
      asked = [name, text, collects ? 'collect' : ''];
      [told, printed, taken] = [[], [], []];
      python.runPython('_driver.call()');
      const ended = exception();
      if (ended) return { exception: ended };
      if (all('missing').length > 0)
        return {
          exception: { name: 'Missing', message: `there is no function ${name}; expected your code to define it` },
        };
      return { data: decoded(all('data')[0]!, taken), counts: { ...counts, changed } };
    },
    reset() {
      cells = [];
      python.runPython('_driver.reset()');
    },
  };
}
