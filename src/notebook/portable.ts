/**
 * Python to take along: cells and texts as a Jupyter notebook (nbformat 4.5), or as a script with the same parts, whose
 * marks (`# %%`) editors take for cells. Both run anywhere with Python and NumPy. And the examples of an exercise, as
 * asserts. Pure.
 */
import { referenceOf } from './forms.ts';
import { inputs, type InputName } from './inputs.ts';
import type { Datum } from './protocol.ts';
import { lastExpression } from './python/source.ts';
import { floatInPython, nameIn } from './in-language.ts';

/** The kinds of file that there are, by the end of their names. */
export type TakenFormat = 'ipynb' | 'py';

/** A part of what is taken along, with a name of its own: letters, digits, - and _. */
export type TakenPart = { name: string } & ({ markdown: string } | { python: string });

/** The lines of a text as notebooks hold them. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A notebook, as the text of its file. */
export function notebookOf(parts: readonly TakenPart[]): string {
  const cells = parts.map((part) => ({
    ...('python' in part ? { cell_type: 'code', execution_count: null } : { cell_type: 'markdown' }),
    id: part.name,
    metadata: {},
    ...('python' in part ? { outputs: [], source: linesOf(part.python) } : { source: linesOf(part.markdown) }),
  }));
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

/** A cell as a script has it: what it ends with is shown as Python's prompt shows it. */
function shownAtEnd(code: string): string {
  const last = lastExpression(code);
  if (!last || /^print\s*\(/.test(code.slice(last.start))) return code;
  const { start, end } = last;
  return `${code.slice(0, start)}sys.displayhook(${code.slice(start, end)})${code.slice(end)}`;
}

/** A script. */
export function scriptOf(parts: readonly TakenPart[]): string {
  const commented = (text: string) => text.replace(/^(?=.)/gm, '# ').replace(/^$/gm, '#');
  const cells = parts.map((part) =>
    'python' in part ? `# %%\n${shownAtEnd(part.python)}\n` : `# %% [markdown]\n${commented(part.markdown)}\n`,
  );
  const shows = cells.some((cell) => cell.includes('sys.displayhook('));
  return [...(shows ? ['import sys\n'] : []), ...cells].join('\n');
}

/** A value in Python, to the last bit. */
export function inPython(value: Datum): string {
  if (Array.isArray(value)) return `[${value.map(inPython).join(', ')}]`;
  return floatInPython(value as number).replace(/inf|nan/, "float('$&')");
}

/** An argument as the page hands it to a function: see python/data.ts. */
const argument = (value: Datum, beside: boolean): string =>
  Array.isArray(value)
    ? `np.array(${inPython(value)})`
    : beside && Number.isSafeInteger(value) && !Object.is(value, -0)
      ? String(value)
      : inPython(value);

/** How many inputs of a kind are taken along, as far from each other as they can be: the simple ones come first. */
const ofAKind = 6;
/** The longest list that is. */
const longest = 8;
/** Where rounding may cost more than this, the numbers say little. */
const mostSlack = 1e-6;

const size = (value: Datum): number => (Array.isArray(value) ? value.map(size).reduce((a, b) => a + b, 0) : 1);

const spread = <T>(all: readonly T[]): T[] =>
  all.length <= ofAKind
    ? [...all]
    : Array.from({ length: ofAKind }, (_, i) => all[Math.floor((i * (all.length - 1)) / (ofAKind - 1))]!);

/** What the asserts need to know of the check of an exercise. */
export interface Asserted {
  call: string;
  against: string;
  floor?: number;
  examples: Datum[][];
  inputs: InputName[];
}

/**
 * The examples of an exercise, and some inputs of each kind that it is tried on, as asserts: with what the course's own
 * function returns for them, and as much tolerance as rounding may need.
 */
export function assertsOf({ call, against, floor = 0, examples, inputs: kinds }: Asserted): string {
  const reference = referenceOf(against);
  const slackOf = (args: Datum[]): number => reference.slack(...args).absolute;
  const isFit = (args: Datum[]): boolean => args.every((one) => size(one) <= longest) && slackOf(args) <= mostSlack;
  const tried = [...examples, ...kinds.flatMap((kind) => spread(inputs[kind].edges.filter(isFit)))];
  const all = [...new Map(tried.map((args) => [args.map(inPython).join(), args])).values()];
  const absolute = Math.max(floor, Number.MIN_VALUE, ...all.map(slackOf));
  const lines = all.map((args) => {
    const beside = args.some(Array.isArray);
    const called = `${nameIn(call, 'python')}(${args.map((one) => argument(one, beside)).join(', ')})`;
    const expected = reference.right(...structuredClone(args));
    // Places in a list are whole numbers.
    const places = reference.parts.includes('labels');
    return `assert agrees(${called}, ${places ? JSON.stringify(expected) : inPython(expected)})`;
  });
  return `import numpy as np


def agrees(got, expected):
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e${Math.ceil(Math.log10(absolute))})
    return True


${lines.join('\n')}`;
}
