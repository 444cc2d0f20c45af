/** Runs the cells of a page in a sandbox: one cell means those above it, too. Loaded at the first run. */
import program from 'virtual:sandbox-program';
import { Ended, Sandbox } from '../../src/notebook/sandbox.ts';
import { compileInWorker } from './compiler.ts';
import type { LiveCell } from './cells.ts';

let ready: Sandbox | undefined;

/** A sandbox that nothing has run in; the next one is opened ahead of time. */
export function freshSandbox(): Sandbox {
  const sandbox = ready ?? new Sandbox(program);
  ready = new Sandbox(program);
  return sandbox;
}

/** Runs the cells up to `last` in a fresh sandbox, and shows what each came to. */
export async function runThrough(cells: LiveCell[], last: LiveCell): Promise<void> {
  const running = cells.slice(0, cells.indexOf(last) + 1);
  const scripts: string[] = [];
  for (const cell of running) {
    const compiled = await compileInWorker(cell.code);
    if ('failure' in compiled) {
      await cell.print({ logs: [], unkept: 0, value: { kind: 'nothing' }, failure: compiled.failure });
      if (cell !== last) last.say('stale', 'A cell above does not compile');
      return;
    }
    scripts.push(compiled.js);
  }
  for (const cell of running) cell.say('running');
  const sandbox = freshSandbox();
  const printed = new Set<LiveCell>();
  let failed: LiveCell | undefined;
  try {
    await sandbox.run(scripts, (index, result) => {
      const cell = running[index]!;
      printed.add(cell);
      if (result.failure) failed = cell;
      void cell.print(result);
    });
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    failed = running.find((cell) => !printed.has(cell))!;
    printed.add(failed);
    await failed.print({
      logs: [],
      unkept: 0,
      value: { kind: 'nothing' },
      failure: { name: 'Stopped', message: error.message },
    });
  } finally {
    sandbox.close();
  }
  for (const cell of running) if (!printed.has(cell)) cell.say('stale', 'A cell above failed');
  for (const cell of cells.slice(running.length)) if (cell.dataset.state === 'done') cell.say('stale');
}
