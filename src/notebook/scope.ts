/**
 * Evaluates cells one after the other: each sees what those above it defined, and a name declared again shadows the
 * earlier one. The same code runs when the site is built and in the reader's sandbox.
 */
import { didYouMean, expectedOneOf } from '../names.ts';
import { watched } from './count.ts';
import { importName, type CellResult, type Datum, type Failure, type Returned, type Shown } from './protocol.ts';
import { dataOf, show } from './show.ts';

type Evaluate = (code: string) => unknown;

export type Modules = Record<string, Record<string, unknown>>;

export interface Scope {
  /** Evaluates one cell's JavaScript; a promise that it returns is waited for. */
  run(js: string): Promise<CellResult>;
  /** Calls a function that a cell defined, with copies of the arguments; `counted` watches what it does with them. */
  call(name: string, args: Datum[], counted?: boolean): Promise<Returned>;
}

const mostLogs = 100;

/** Cells are named so in stack traces, in the engines that do; WebKit's errors carry a line and no file. */
const file = 'cell.js';

/** Lines before the first cell's: more than what surrounds the code that an engine is given. */
const before = 10;

/**
 * The lines of all cells, numbered through: a line alone tells its cell. What the scope itself adds to a cell is on
 * lines that are nobody's.
 */
class Lines {
  #cells: { start: number; count: number }[] = [];
  #next = before;

  /** Counts a cell's lines in, and moves its code down to them. */
  place(js: string): string {
    const start = this.#next;
    const count = js.split('\n').length;
    this.#cells.push({ start, count });
    this.#next = start + count + before;
    return '\n'.repeat(start - 1) + js;
  }

  /** Where an error was thrown, as far as its engine tells. */
  placeOf(error: object): Pick<Failure, 'cell' | 'line' | 'column'> {
    const { stack, line, column } = error as { stack?: unknown; line?: unknown; column?: unknown };
    const framed =
      typeof stack === 'string'
        ? stack
            .match(/cell\.js:(\d+):(\d+)/)
            ?.slice(1)
            .map(Number)
        : undefined;
    const [at, across] = framed ?? [line, column];
    if (typeof at !== 'number' || typeof across !== 'number') return {};
    const cell = this.#cells.findIndex(({ start, count }) => start <= at && at < start + count);
    return cell < 0 ? {} : { cell, line: at - this.#cells[cell]!.start + 1, column: across };
  }
}

/** The name and message of whatever was thrown, and where, as far as it can be told. */
function failureOf(error: unknown, lines: Lines): Failure {
  try {
    const { name, message } = error as { name?: unknown; message?: unknown };
    if (typeof message !== 'string') return { name: 'Thrown', message: describe(show(error)) };
    return {
      name: typeof name === 'string' ? name.slice(0, 60) : 'Error',
      message: message.slice(0, 1000),
      ...lines.placeOf(error as object),
    };
  } catch {
    return { name: 'Error', message: 'something was thrown that cannot be looked at' };
  }
}

const describe = (shown: Shown): string =>
  'text' in shown ? shown.text : shown.kind === 'number' ? String(shown.value) : shown.kind;

/** A module's names, with a message for what it does not have. */
function importer(modules: Modules) {
  return (from: string, names: string[]): Record<string, unknown> => {
    const found = Object.hasOwn(modules, from) ? modules[from]! : undefined;
    if (!found) throw new Error(`no module ${from} here; ${expectedOneOf(from, Object.keys(modules))}`);
    for (const name of names) {
      if (Object.hasOwn(found, name)) continue;
      throw new Error(`${from} has no ${name}${didYouMean(name, Object.keys(found))}`);
    }
    return found;
  };
}

/**
 * The first evaluator. Every cell ends by handing out an evaluator of its own, which sees that cell's names; its
 * declaration leaves the value of the cell's last expression as the value of the whole.
 */
function firstEvaluator(names: string[], values: unknown[]): Evaluate {
  return new Function(...names, '"use strict"; return (__code) => eval(__code);')(...values) as Evaluate;
}

/** Opens a scope in which the modules can be imported. */
export function createScope(modules: Modules): Scope {
  let logs: Shown[][] = [];
  let unkept = 0;
  const lines = new Lines();
  const log = (...values: unknown[]) => {
    if (logs.length < mostLogs) logs.push(values.slice(0, 20).map(show));
    else unkept++;
  };
  const console = Object.freeze({ log, info: log, warn: log, error: log, debug: log, table: log });
  let handed: Evaluate | undefined;
  const hand = (evaluate: Evaluate) => (handed = evaluate);
  let evaluate = firstEvaluator([importName, 'console', '__hand'], [importer(modules), console, hand]);

  return {
    async run(js) {
      logs = [];
      unkept = 0;
      handed = undefined;
      const placed = lines.place(js);
      try {
        const returned = evaluate(`${placed}\n;let __scope = __hand((__code) => eval(__code));\n//# sourceURL=${file}`);
        if (handed) evaluate = handed;
        const value = show(await returned);
        return { logs, unkept, value };
      } catch (error) {
        return { logs, unkept, value: { kind: 'nothing' }, failure: failureOf(error, lines) };
      }
    },
    async call(name, args, counted = false) {
      try {
        const target = evaluate(`typeof ${name} === 'undefined' ? undefined : ${name}`);
        if (typeof target !== 'function') {
          return {
            failure: { name: 'Missing', message: `there is no function ${name}; expected your code to define it` },
          };
        }
        const call = (given: unknown[]) => (target as (...args: unknown[]) => unknown)(...given);
        const watch = counted ? watched(args, call) : undefined;
        const returned: unknown = await (watch ? watch.returned : call(args));
        const data = dataOf(returned);
        const shown = show(returned);
        if (data !== undefined) return { data, shown, ...(watch && { counts: watch.counts() }) };
        return {
          failure: { name: 'Returned', message: `${name} returned ${describe(shown) || 'nothing'}; expected numbers` },
        };
      } catch (error) {
        return { failure: failureOf(error, lines) };
      }
    },
  };
}
