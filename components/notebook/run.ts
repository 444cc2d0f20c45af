/** Runs the cells of a page in a sandbox: one cell means those above it, too. Loaded at the first run. */
import type { CellResult, Failure } from '../../src/notebook/protocol.ts';
import { Ended, type Sandbox } from '../../src/notebook/sandbox.ts';
import { load } from '../dom/arrival.ts';
import { languageOf, type Runnable } from './cell-state.ts';
import { compileInWorker } from './compiler.ts';
import { freshSandbox } from './fresh-sandbox.ts';
import { paintOutput } from './output.ts';

/** A cell that came to nothing but a failure. */
const failing = (failure: Failure): CellResult => ({ logs: [], unkept: 0, value: { kind: 'nothing' }, failure });

/** What a cell is called on the page: its place there, among those of every language. */
const numberOf = (cell: Runnable): string => /\d+/.exec(cell.querySelector('.number')!.textContent!)![0];

/** Shows what the `index`th of the cells came to. */
async function print(cells: readonly Runnable[], index: number, result: CellResult): Promise<void> {
  const cell = cells[index]!;
  const { failure } = result;
  const get = () => import('./figure.ts');
  const draw =
    result.value.kind === 'figure'
      ? (await load('What draws the figure', get, cell.querySelector('.state')!)).drawFigure
      : undefined;
  const elsewhere = failure?.cell !== undefined && failure.cell !== index;
  paintOutput(
    cell.querySelector('[data-output]')!,
    result,
    draw,
    elsewhere ? numberOf(cells[failure.cell!]!) : undefined,
  );
  cell.say(failure ? 'failed' : 'done');
  cell.mark(elsewhere ? undefined : failure?.line);
}

/** The run that is going on: a new one ends it, and what it comes to is shown no more. */
let current: { sandbox?: Sandbox } | undefined;

/** What a sandbox is given of cells, up to the first that can't be compiled; that one is shown with the reason. */
async function scriptsOf(cells: readonly Runnable[], isOver: () => boolean): Promise<string[] | undefined> {
  const scripts: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const compiled = languageOf(cell) === 'python' ? { js: cell.code } : await compileInWorker(cell.code);
    if (isOver()) return undefined;
    if ('failure' in compiled) {
      await print(cells, index, failing(compiled.failure));
      return undefined;
    }
    scripts.push(compiled.js);
  }
  return scripts;
}

/** Runs the cells up to `last`, which are of one language, in a fresh sandbox, and shows what each came to. */
export async function runThrough<Cell extends Runnable>(cells: readonly Cell[], last: Cell): Promise<void> {
  current?.sandbox?.close();
  const run: typeof current = (current = {});
  const isOver = () => current !== run;
  const running = cells.slice(0, cells.indexOf(last) + 1);
  const printed: Promise<void>[] = [];
  /** Where the error of a cell was thrown, if that was in one above it. */
  let thrown: { in: Runnable | undefined; on: number | undefined } | undefined;
  try {
    const scripts = await scriptsOf(running, isOver);
    if (!scripts) return;
    for (const cell of running) cell.say('running');
    const sandbox = await freshSandbox(languageOf(last), last.querySelector('.state')!);
    if (isOver()) return sandbox.close();
    run.sandbox = sandbox;
    await sandbox.run(scripts, (index, result) => {
      if (isOver()) return;
      const cell = running[index]!;
      const { failure } = result;
      if (failure?.cell !== undefined && failure.cell !== index)
        thrown = { in: running[failure.cell], on: failure.line };
      printed.push(
        print(running, index, result).catch((error: Error) =>
          cell.say('failed', `What came of it can’t be shown: ${error.message}`),
        ),
      );
    });
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    if (!isOver()) {
      const next = printed.length;
      await print(running, next, failing({ name: 'Stopped', message: error.message }));
    }
  } finally {
    run.sandbox?.close();
    await Promise.all(printed);
    if (!isOver()) thrown?.in?.mark(thrown.on);
    // Whatever happened, no cell is left running.
    if (!isOver()) {
      for (const cell of running) if (cell.state === 'running') cell.say('stale', 'A cell above failed');
      for (const cell of cells.slice(running.length)) if (cell.state === 'done') cell.say('stale');
    }
  }
}
