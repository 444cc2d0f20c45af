/** What an error that a reader's function throws means most often. */
import type { Argument } from './forms.ts';
import type { Failure } from './protocol.ts';

const argumentNames: Record<Argument, string> = {
  logit: 'a logit, one number',
  logits: 'a list of logits',
  class: 'the number of the right class',
  temperature: 'the temperature, one number',
  target: 'the target, one number from 0 to 1',
  matrix: 'a matrix, a list of rows',
  axis: 'the axis, 0 or 1',
  threshold: 'the threshold, one number',
};

const ofLists = /^(map|reduce|forEach|filter|flatMap|flat|slice|indexOf|entries|keys|length|push|sort|at|some|every)$/;

/** What a function is given, in its order. */
export function givenWords(call: string, takes: readonly Argument[]): string {
  const isAlike = takes.length > 1 && new Set(takes).size === 1;
  const names = takes.map((what, i) => (isAlike ? `${['the first', 'the second'][i]} logit` : argumentNames[what]));
  const all = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, in this order`;
  return `\`${call}\` is given ${all}.`;
}

/**
 * A sentence on the error, or nothing.
 * @param takes what the function is given
 */
export function thrownWords({ name: kind, message }: Failure, call: string, takes: readonly Argument[]): string {
  const [, owner, method] = /^(\w+)\.(\w+) is not a function/.exec(message) ?? [];
  if (owner && method && owner !== 'Math' && ofLists.test(method))
    return `\`${method}\` belongs to lists, and \`${owner}\` is none here. ${givenWords(call, takes)}`;
  if (owner === 'Math') return `There is no \`Math.${method}\`.`;
  const [, read] =
    /^Cannot (?:read|set) propert.* of (?:undefined|null) \((?:reading|setting) '(.+)'\)/.exec(message) ?? [];
  if (read && ofLists.test(read))
    return `What \`${read}\` is asked of has no value. \`forEach\` returns nothing, \`map\` returns the new list; a function in braces needs a \`return\`.`;
  if (read)
    return 'An entry is asked for that is not there: look at where each loop starts and ends, and at the order of rows and columns.';
  if (/is not iterable/.test(message))
    return `What is gone through or spread here is no list. ${givenWords(call, takes)}`;
  if (/^Assignment to constant variable/.test(message))
    return 'What `const` declares stays as it is: declare it with `let`.';
  if (/before initialization/.test(message)) return 'It is used above the line that declares it.';
  const [, name] = /^(\w+) is not defined/.exec(message) ?? [];
  if (name && (name in Math || /^(np|numpy|torch|math)$/.test(name)))
    return `JavaScript has its functions of numbers in \`Math\`: ${name in Math ? `\`Math.${name}\`` : '`Math.exp`, `Math.log`, `Math.max`'}.`;
  if (/Maximum call stack/.test(message))
    return 'It calls itself and never ends, or a list is spread that is too long for it.';
  // An engine never throws a plain Error: that is the reader's own.
  return /^(Error|Thrown)$/.test(kind) ? `It throws this itself. ${givenWords(call, takes)}` : '';
}

/** What is said of an error of Python, by its class and message. */
const ofPython: [RegExp, (call: string, takes: readonly Argument[], ...found: string[]) => string][] = [
  [
    /^OverflowError/,
    () =>
      '`math.exp` raises an error where its result is more than a float64 holds, from 709.79 on; `np.exp` gives inf there, and a warning.',
  ],
  [
    /^ZeroDivisionError/,
    () =>
      'Something is divided by 0, for which numbers of Python raise an error; NumPy gives inf or nan, and a warning. What was rounded to 0?',
  ],
  [
    /math domain error|expected a positive input/,
    () =>
      '`math.log` raises an error for 0 and below; `np.log` gives −inf or nan, and a warning. What was rounded to 0?',
  ],
  [
    /truth value of an (?:empty )?array/,
    () =>
      'An array as a whole is neither true nor false. Ask for `len(z) == 0`, or of its entries with `np.where`, `.any()` or `.all()`.',
  ],
  [
    /must be real number, not|only 0-dimensional arrays|only length-1 arrays/,
    () => '`math` takes one number at a time. `np.exp`, `np.log` and their kin take whole arrays.',
  ],
  [
    /unsupported type.*list|'list'/,
    () =>
      'A list of Python knows no arithmetic: `np.array(…)` makes an array of it, and a comprehension goes through it.',
  ],
  [
    /axis -?\d+ is out of bounds for array of dimension (\d)/,
    (_, __, rank) =>
      rank === '1'
        ? 'The array has a single axis, number 0: `axis=-1` is the last one of any array.'
        : 'Axes are counted from 0.',
  ],
  [
    /could not be broadcast together/,
    () =>
      'The shapes of two arrays don’t fit each other. A sum or a maximum along an axis takes that axis away: `keepdims=True` keeps it, with a single entry.',
  ],
  [
    /zero-size array|empty sequence|iterable argument is empty/,
    () => 'Of nothing there is no largest entry: ask for the length first.',
  ],
  [
    /index .*out of (?:bounds|range)/,
    () =>
      'An entry is asked for that is not there: look at where each loop starts and ends, and at the order of rows and columns.',
  ],
  [
    /name '(np|numpy|math)' is/,
    (_, __, name) => `\`import ${name === 'math' ? 'math' : 'numpy as np'}\` has to stand above.`,
  ],
  [
    /name '(exp|log|log1p|expm1|sqrt|inf)' is/,
    (_, __, name) => `It is \`np.${name}\` or \`math.${name}\`, with \`import numpy as np\` or \`import math\` above.`,
  ],
  [/positional argument|takes \d+ arg/, (call, takes) => givenWords(call, takes)],
  [
    /maximum recursion depth|pystack exhausted/,
    () => 'It calls itself and never ends, or calls itself for every entry.',
  ],
];

/**
 * A sentence on an error of Python, or nothing.
 * @param takes what the function is given
 */
export function raisedWords({ name, message }: Failure, call: string, takes: readonly Argument[]): string {
  for (const [form, words] of ofPython) {
    const found = form.exec(`${name}: ${message}`);
    if (found) return words(call, takes, ...found.slice(1));
  }
  return '';
}
