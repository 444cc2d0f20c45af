/** What the sandbox needs to speak Python: 220 kB, gzipped, fetched when Python is first asked for, and kept while the page lives. */
import wasm from '@micropython/micropython-webassembly-pyscript/micropython.wasm?url';
import script from '@micropython/micropython-webassembly-pyscript/micropython.mjs?url';
import program from 'virtual:python-program';
import type { PythonFiles } from '../../src/notebook/python/interpreter.ts';
import { fetched } from '../dom/arrival.ts';

let files: Promise<{ program: string; files: PythonFiles }> | undefined;

async function fetchAll(): Promise<{ program: string; files: PythonFiles }> {
  const [text, bytes] = await Promise.all([
    fetched(new URL(script, location.href)).then((response) => response.text()),
    fetched(new URL(wasm, location.href)).then((response) => response.arrayBuffer()),
  ]);
  return { program, files: { script: text, wasm: bytes } };
}

/**
 * The program of a sandbox that speaks Python, and what it starts from.
 * @throws Error where it can't be had; the next one who asks may have it
 */
export const pythonFiles = (): Promise<{ program: string; files: PythonFiles }> =>
  (files ??= fetchAll().catch((error: unknown) => {
    files = undefined;
    throw error;
  }));
