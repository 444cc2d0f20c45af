/**
 * MicroPython, started from its bytes wherever there is WebAssembly and `Function`: Node, a page, a Worker in a sandbox
 * without a network. Its script is given a global object of its own, so that `import js` reaches nothing, and what it
 * leaves behind stays there.
 */
import { kernelsOn } from './memory.ts';
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
  /** What was printed. */
  readonly output: string;
  /** The repr of the last line's value, where that is an expression with a value other than None. */
  readonly result?: string;
  /** NumPy's warnings, each text once: `RuntimeWarning: overflow encountered in exp`. */
  readonly warnings: readonly string[];
  /** What ended it early. */
  readonly exception?: {
    /** The class: `ZeroDivisionError`. */
    readonly name: string;
    readonly message: string;
    /** The line of the code, from 1, where it was raised, or from where what raised it was called. */
    readonly line?: number;
  };
}

/** Python, with names that last from one run to the next. */
export interface Python {
  run(code: string): PythonRun;
  /** Forgets all names that were given, and frees what only they held. */
  reset(): void;
}

/**
 * What Python has for objects to begin with; it takes more, in steps, from the memory of the page. What nobody holds any
 * more is freed when a run has ended, not before: a run may make arrays of about two gigabytes in all.
 */
export const heapBytes = 4 * 1024 * 1024;

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
  const python = await scope.loadMicroPython!({
    heapsize: heapBytes,
    linebuffer: false,
    stdout: (byte: Uint8Array) => void printed.push(byte[0]!),
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
  const kernels = kernelsOn({
    get buffer() {
      return memory.buffer as ArrayBuffer;
    },
  });
  python.registerJsModule('_kernels', closed(kernels));
  python.registerJsModule(
    '_host',
    closed({
      part: (index: number): string => asked[index] ?? '',
      tell: (what: string, text: string): void => void told.push([what, text]),
    }),
  );
  python.FS.mkdir('/lib');
  const sources = { _driver: driver, _math: math, _numpy: numpy };
  for (const [name, text] of Object.entries(sources)) python.FS.writeFile(`/lib/${name}.py`, text);
  // It stays a name that no import finds, and so do the others.
  python.runPython('import sys, _driver\ndel sys.modules["_driver"]');
  for (const name of Object.keys(sources)) python.FS.unlink(`/lib/${name}.py`);

  return {
    run(code) {
      const { code: ready, last } = prepared(code);
      // The last expression by itself; in brackets, line breaks before it keep its lines.
      const above = '\n'.repeat(ready.slice(0, last ?? 0).split('\n').length - 1);
      asked = last === undefined ? [ready, ''] : [ready.slice(0, last), `(${above}${ready.slice(last)}\n)`];
      told = [];
      printed = [];
      python.runPython('_driver.run()');
      const all = (what: string) => told.filter(([kind]) => kind === what).map(([, text]) => text);
      const [result] = all('result');
      const [name] = all('exception');
      const [trace] = all('trace');
      const lines = [...(trace ?? '').matchAll(/File "<cell>", line (\d+)/g)].map(([, line]) => Number(line));
      return {
        output: decoder.decode(Uint8Array.from(printed)),
        warnings: [...new Set(all('warning'))],
        ...(result !== undefined && { result }),
        ...(name !== undefined && {
          exception: { name, message: all('message')[0] ?? '', ...(lines.length > 0 && { line: lines.at(-1)! }) },
        }),
      };
    },
    reset() {
      python.runPython('_driver.reset()');
    },
  };
}
