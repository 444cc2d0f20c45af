/**
 * Evaluates cells one after the other: each sees what those above it defined, and a name declared again shadows the
 * earlier one. The same code runs when the site is built and in the reader's sandbox.
 */
import { didYouMean, expectedOneOf } from '../names.ts';
import { consoleFor } from './console.ts';
import { watched } from './count.ts';
import {
  awaiting,
  importName,
  limits,
  type CellResult,
  type Datum,
  type Failure,
  type Returned,
  type Shown,
} from './protocol.ts';
import { dataOf, show } from './show.ts';
import {
  apply,
  cutText,
  defineProperty,
  freeze,
  hasOwn,
  indexIn,
  join,
  keys,
  match,
  push,
  repeated,
  startsWith,
  text,
  toNumber,
} from './taken.ts';

type Evaluate = (code: string) => unknown;

export type Modules = Record<string, Record<string, unknown>>;

export interface Scope {
  /** Evaluates one cell's JavaScript; a promise that it returns is waited for. */
  run(js: string): Promise<CellResult>;
  /** Calls a function that a cell defined, with copies of the arguments; `counted` watches what it does with them. */
  call(name: string, args: Datum[], counted?: boolean): Promise<Returned>;
  /** Takes up an error that nothing caught: whatever runs ends with it, or the next that does. */
  uncaught(error: unknown, how: 'later' | 'rejected'): void;
}

export interface ScopeOptions {
  /** The names that may be imported; all, unless said. */
  offers?: readonly string[];
  /** Waits until what a cell has left for a moment later has had its turn. */
  turn?: () => Promise<void>;
}

/** How an error that nothing caught came about. */
const uncaughtInWords = {
  later: 'thrown later, by a timer or an event',
  rejected: 'in a promise that nothing waits for',
};

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

  /** Counts a cell's lines in, and moves its code down to them; what is put before it stands on the line above. */
  place(js: string, opening: string): string {
    const start = this.#next;
    let count = 1;
    for (let at = indexIn(js, '\n'); at >= 0; at = indexIn(js, '\n', at + 1)) count++;
    push(this.#cells, { start, count });
    this.#next = start + count + before;
    return `${repeated('\n', start - 2)}${opening}\n${js}`;
  }

  /** Where an error was thrown, as far as its engine tells. */
  placeOf(error: object): Pick<Failure, 'cell' | 'line' | 'column'> {
    const { stack, line, column } = error as { stack?: unknown; line?: unknown; column?: unknown };
    const framed = typeof stack === 'string' ? match(/cell\.js:(\d+):(\d+)/, stack) : null;
    const at = framed ? toNumber(framed[1]) : line;
    const across = framed ? toNumber(framed[2]) : column;
    if (typeof at !== 'number' || typeof across !== 'number') return {};
    for (let cell = 0; cell < this.#cells.length; cell++) {
      const { start, count } = this.#cells[cell]!;
      if (start <= at && at < start + count) return { cell, line: at - start + 1, column: across };
    }
    return {};
  }
}

/** The name and message of whatever was thrown, and where, as far as it can be told. */
function failureOf(error: unknown, lines: Lines): Failure {
  try {
    const { name, message } = error as { name?: unknown; message?: unknown };
    if (typeof message !== 'string')
      return { name: 'Thrown', message: cutText(describe(show(error)), 0, limits.message) };
    return {
      name: typeof name === 'string' ? cutText(name, 0, limits.name) : 'Error',
      message: cutText(message, 0, limits.message),
      ...lines.placeOf(error as object),
    };
  } catch {
    return { name: 'Error', message: 'something was thrown that cannot be looked at' };
  }
}

const describe = (shown: Shown): string => {
  if (shown.kind === 'text') return shown.text;
  if (shown.kind === 'number') return text(shown.value);
  return { nothing: 'nothing', vector: 'a list', matrix: 'a matrix', figure: 'a figure' }[shown.kind];
};

/** What a function returned that is no data, and what was expected. */
function notData(name: string, value: unknown): Failure {
  const length = (value as { length?: unknown } | null | undefined)?.length;
  const many = typeof length === 'number' && length > limits.numbers;
  return {
    name: 'Returned',
    message: many
      ? `${name} returned ${length} entries; expected at most ${limits.numbers}`
      : `${name} returned ${cutText(describe(show(value)), 0, 500)}; expected numbers`,
  };
}

/** A module of which only some names can be had, and the others say so. */
function offered(from: string, module: Record<string, unknown>, offers: readonly string[]): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  for (const name of keys(module)) {
    if (offers.includes(name)) view[name] = module[name];
    else
      defineProperty(view, name, {
        get() {
          const rest = offers.length > 0 ? `; from '${from}' it offers ${join([...offers], ', ')}` : '';
          throw new Error(`this exercise does not offer ${name}: it asks for code of your own${rest}`);
        },
      });
  }
  return freeze(view);
}

/** A module's names, with a message for what it does not have. */
function importer(modules: Modules, offers: readonly string[] | undefined) {
  const views: Modules = {};
  for (const from of keys(modules)) views[from] = offers ? offered(from, modules[from]!, offers) : modules[from]!;
  return (from: string, names: string[]): Record<string, unknown> => {
    if (!hasOwn(views, from)) throw new Error(`no module ${from} here; ${expectedOneOf(from, keys(views))}`);
    const found = views[from]!;
    for (let i = 0; i < names.length; i++)
      if (!hasOwn(found, names[i]!)) throw new Error(`${from} has no ${names[i]}${didYouMean(names[i]!, keys(found))}`);
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

const Later = Promise;

/** Opens a scope in which the modules can be imported. */
export function createScope(modules: Modules, { offers, turn }: ScopeOptions = {}): Scope {
  let logs: Shown[][] = [];
  let unkept = 0;
  const lines = new Lines();
  const log = (...values: unknown[]) => {
    if (logs.length >= limits.logs) return void unkept++;
    const line: Shown[] = [];
    for (let i = 0; i < values.length && i < limits.inLog; i++) push(line, show(values[i]));
    push(logs, line);
  };
  let handed: Evaluate | undefined;
  const hand = (evaluate: Evaluate) => (handed = evaluate);
  let evaluate = firstEvaluator([importName, 'console', '__hand'], [importer(modules, offers), consoleFor(log), hand]);

  const failed = (error: unknown): Failure => {
    if (error !== interrupted) return failureOf(error, lines);
    const { error: late, how } = uncaught!;
    uncaught = undefined;
    const failure = failureOf(late, lines);
    return { ...failure, message: `${failure.message}, ${uncaughtInWords[how]}` };
  };

  /** The first error that nothing caught, as long as nothing has ended with it. */
  let uncaught: { error: unknown; how: keyof typeof uncaughtInWords } | undefined;
  let interrupt: ((reason: unknown) => void) | undefined;
  /** Thrown in the place of an error that nothing caught, whatever that is. */
  const interrupted = {};
  /** What a value comes to when it is waited for, unless an error that nothing caught comes first. */
  const settled = (value: unknown, rest?: () => Promise<void>): Promise<{ value: unknown }> =>
    new Later((resolve, reject) => {
      if (uncaught) return reject(interrupted);
      interrupt = reject;
      void (async () => {
        try {
          const settled = { value: await value };
          await rest?.();
          resolve(settled);
        } catch (error) {
          reject(error);
        }
      })();
    });

  return {
    async run(js) {
      logs = [];
      unkept = 0;
      handed = undefined;
      const awaits = startsWith(js, awaiting);
      const code = awaits
        ? lines.place(cutText(js, awaiting.length), awaiting)
        : `${lines.place(js, '')}\n;let __scope = __hand((__code) => eval(__code));`;
      try {
        const { value } = await settled(evaluate(`${code}\n//# sourceURL=${file}`), turn);
        if (handed) evaluate = handed;
        return { logs, unkept, value: show(value) };
      } catch (error) {
        return { logs, unkept, value: { kind: 'nothing' }, failure: failed(error) };
      } finally {
        interrupt = undefined;
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
        const call = (given: unknown[]) => apply(target, undefined, given) as unknown;
        const watch = counted ? watched(args, call) : undefined;
        const { value } = await settled(watch ? watch.returned : call(args));
        const data = dataOf(value);
        if (data === undefined) return { failure: notData(name, value) };
        return { data, shown: show(value), ...(watch && { counts: watch.counts() }) };
      } catch (error) {
        return { failure: failed(error) };
      } finally {
        interrupt = undefined;
      }
    },
    uncaught(error, how) {
      uncaught ??= { error, how };
      interrupt?.(interrupted);
    },
  };
}
