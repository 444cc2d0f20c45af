/**
 * Python where the site is built: the interpreter that the page has, started from the bytes of its package. It is bundled
 * first, as it brings files that are no modules.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundle } from '../program.ts';
import type { Python, startPython } from './interpreter.ts';

const { resolve } = createRequire(import.meta.url);

let bundled: Promise<string> | undefined;
let started = 0;

/** A Python of one's own: chapters are built side by side. */
export async function pythonAtBuild(): Promise<Python> {
  const code = await (bundled ??= bundle('./python/interpreter.ts', 'es'));
  const own = Buffer.from(`${code}\n// ${++started}`).toString('base64');
  const { startPython: start } = (await import(/* @vite-ignore */ `data:text/javascript;base64,${own}`)) as {
    startPython: typeof startPython;
  };
  const file = (name: string) => readFileSync(resolve(`@micropython/micropython-webassembly-pyscript/${name}`));
  return start({ script: file('micropython.mjs').toString(), wasm: file('micropython.wasm') });
}
