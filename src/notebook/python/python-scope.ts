/**
 * Evaluates cells of Python one after the other, and calls the functions that they define: what ../scope.ts is for
 * JavaScript. Values are shown as Python writes them.
 */
import { typescriptIn } from '../other-language.ts';
import { limits, type Failure, type Shown } from '../protocol.ts';
import type { Scope } from '../scope.ts';
import { show } from '../show.ts';
import type { Python, PythonException } from './interpreter.ts';

const cut = (long: string, most: number): string =>
  long.length > most ? `${long.slice(0, most)}… (${long.length - most} more)` : long;

const shown = (text: string): Shown => ({ kind: 'text', text: cut(text, limits.characters) });

const failureOf = ({ name, message, ...place }: PythonException): Failure => ({
  name: name.slice(0, limits.name),
  message: message.slice(0, limits.message),
  ...place,
});

const inTypeScript = (line: number): Failure => ({
  name: 'SyntaxError',
  message: 'this is TypeScript; expected Python, such as def softmax(z): …',
  line,
  language: 'typescript',
});

/** Opens a scope; names that were given before are forgotten. */
export function createPythonScope(python: Python): Scope {
  python.reset();
  return {
    async run(code) {
      const { output, unkept, warnings, result, exception } = python.run(code);
      const line = exception?.name === 'SyntaxError' ? typescriptIn(code) : undefined;
      const lines = output === '' ? [] : output.replace(/\n$/, '').split('\n');
      const logs = [...lines, ...warnings].map((line) => [shown(line)]);
      return {
        logs: logs.slice(0, limits.logs),
        unkept: unkept + Math.max(0, logs.length - limits.logs),
        value: result === undefined ? { kind: 'nothing' } : shown(result),
        ...(exception && { failure: line === undefined ? failureOf(exception) : inTypeScript(line) }),
      };
    },
    async call(name, args, counted = false) {
      const came = python.call(name, args, counted);
      if ('exception' in came) return { failure: failureOf(came.exception) };
      const { data, counts } = came;
      return { data, shown: show(data), ...(counted && { counts }) };
    },
    // Python leaves nothing for later.
    uncaught() {},
  };
}
