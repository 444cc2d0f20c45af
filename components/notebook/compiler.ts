/** Compiles a reader's code away from the page, which goes on answering whatever the code is. */
import type { Compiled } from '../../src/notebook/compile.ts';

/** How long reading a piece of code may take, in milliseconds; usual code takes a hundredth of it. */
const longest = 2000;

/** A Worker that says when its code has arrived. */
interface Compiler {
  worker: Worker;
  ready: Promise<unknown>;
}

let compiler: Compiler | undefined;
let asked = 0;

function open(): Compiler {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' });
  const ready = new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', () => reject(new Error('what reads code could not be loaded')), { once: true });
  });
  // Whoever waits for it hears of it, and the next one opens another.
  ready.catch(() => close());
  return { worker, ready };
}

function close(): void {
  compiler?.worker.terminate();
  compiler = undefined;
}

/**
 * Fetches the Worker's code before there is any to compile, for pages that go on without the network.
 * @throws Error where it could not be loaded
 */
export const openCompiler = (): Promise<unknown> => (compiler ??= open()).ready;

/**
 * Compiles code in a Worker; what takes too long is ended with it.
 * @throws Error where the Worker's code could not be loaded
 */
export async function compileInWorker(code: string): Promise<Compiled> {
  const { worker, ready } = (compiler ??= open());
  await ready;
  const id = ++asked;
  return new Promise((resolve) => {
    const done = (compiled: Compiled) => {
      clearTimeout(timer);
      worker.removeEventListener('message', take);
      resolve(compiled);
    };
    const take = ({ data }: MessageEvent<{ id: number; compiled: Compiled }>) => {
      if (data.id === id) done(data.compiled);
    };
    const timer = setTimeout(() => {
      if (compiler?.worker === worker) close();
      const message = `reading this code takes more than ${longest / 1000} seconds; expected something shorter`;
      done({ failure: { name: 'Stopped', message } });
    }, longest);
    worker.addEventListener('message', take);
    worker.postMessage({ id, code });
  });
}
