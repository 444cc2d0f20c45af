/** The console that a cell prints to: every method that a browser's or Node's has, so that a stray line breaks nothing. */
import { create, freeze, push, text } from './taken.ts';

type Log = (...values: unknown[]) => void;

/** Milliseconds since some moment, taken before a reader's code runs. */
const now = performance.now.bind(performance);

/** A console whose lines go to `log`. */
export function consoleFor(log: Log): Readonly<Record<string, Log>> {
  const started = create(null) as Record<string, number>;
  const counts = create(null) as Record<string, number>;
  const silent = () => {};
  const elapsed = (label: unknown = 'default') => {
    const from = started[text(label)];
    if (from !== undefined) log(`${text(label)}: ${(now() - from).toFixed(1)} ms`);
  };
  const printing = { log, info: log, warn: log, error: log, debug: log, table: log, dir: log, dirxml: log, trace: log };
  return freeze({
    ...printing,
    group: log,
    groupCollapsed: log,
    groupEnd: silent,
    clear: silent,
    profile: silent,
    profileEnd: silent,
    timeStamp: silent,
    assert: (holds: unknown = false, ...values: unknown[]) => {
      if (holds) return;
      const line: unknown[] = [values.length > 0 ? 'Assertion failed:' : 'Assertion failed'];
      for (let i = 0; i < values.length; i++) push(line, values[i]);
      log(...line);
    },
    count: (label: unknown = 'default') => {
      const name = text(label);
      counts[name] = (counts[name] ?? 0) + 1;
      log(`${name}: ${counts[name]}`);
    },
    countReset: (label: unknown = 'default') => void delete counts[text(label)],
    time: (label: unknown = 'default') => void (started[text(label)] = now()),
    timeLog: elapsed,
    timeEnd: (label: unknown = 'default') => {
      elapsed(label);
      delete started[text(label)];
    },
  });
}
