/** Python in Node, started from the bytes of its package. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPython } from '../../../src/notebook/python/interpreter.ts';

const at = (name: string) =>
  fileURLToPath(
    new URL(`../../../node_modules/@micropython/micropython-webassembly-pyscript/${name}`, import.meta.url),
  );

export const files = { script: at('micropython.mjs'), wasm: at('micropython.wasm') };

export const start = () => startPython({ script: readFileSync(files.script, 'utf8'), wasm: readFileSync(files.wasm) });
