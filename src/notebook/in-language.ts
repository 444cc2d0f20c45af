/**
 * What is called differently in the languages: sentences about a reader's code name what the reader would write. They are
 * written with TypeScript's names; a slip that needs another sentence for Python has one.
 */
import type { Datum } from './protocol.ts';
import type { Language } from '../languages.ts';
import type { Slip } from './slip.ts';
import { written } from './written.ts';

/** What of `Math` NumPy calls otherwise. */
const inNumpy: Record<string, string> = { E: 'e', pow: 'power' };

/** A sentence with the names of a language. */
export const inLanguage = (sentence: string, language: Language): string =>
  language === 'typescript'
    ? sentence
    : sentence
        .replace(/\bMath\.(\w+)/g, (_, name: string) => `np.${inNumpy[name] ?? name}`)
        .replace(/\.\.\.z\b/g, '*z');

/** What a function is called in a language: in Python words are parted by a low line. */
export const nameIn = (name: string, language: Language): string =>
  language === 'typescript' ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a slip says, and what to look at. */
export const slipWords = ({ says, hint, python }: Slip, language: Language): string =>
  language === 'python'
    ? `${inLanguage(python?.says ?? says, language)} ${inLanguage(python?.hint ?? hint, language)}`
    : `${says} ${hint}`;

/** What a list is called that a function is given. */
export const listName: Record<Language, string> = { typescript: 'list', python: 'array' };

/** Where nothing but NaN comes from, as a rule. */
export const nothingButNaN: Record<Language, string> = {
  typescript:
    'A function in braces needs a `return`, `Math.max` takes numbers and no list, a negative number has no power such as `x ** Math.E`, and an entry beyond the end of a list, or of what is no list, is not there.',
  python:
    'Look for the first step that has one: 0/0, inf − inf, the logarithm of a negative number, or a power of one such as `x ** np.e`.',
};

/** How numbers become texts. */
export const textsInstead: Record<Language, string> = {
  typescript: 'These are texts, as `toFixed` and `for … in` make them: numbers are asked for.',
  python: 'These are texts, as `str` and formatting make them: numbers are asked for.',
};

/** Why a long list ends with an error, as a rule. */
export const onLongLists: Record<Language, { when: RegExp; words: string }> = {
  typescript: {
    when: /^RangeError$/,
    words:
      ' Spreading a list, as in `Math.max(...z)`, makes an argument of every entry, and engines take about 125,000; a function that calls itself for every entry ends sooner still. A loop or `reduce` takes any number.',
  },
  python: {
    when: /^(RecursionError|RuntimeError)$/,
    words:
      ' A function that calls itself for every entry comes to the end of the stack, after about a thousand calls; a loop takes any number.',
  },
};

/** A value as one would write it in code of a language. */
export const writtenIn = (value: Datum | undefined, language: Language): string =>
  language === 'typescript'
    ? written(value)
    : value === undefined
      ? 'None'
      : written(value)
          .replace(/\bInfinity\b/g, 'inf')
          .replace(/\bNaN\b/g, 'nan')
          .replace(/^(\[*)true|(?<=[[ ])true/g, '$1True')
          .replace(/^(\[*)false|(?<=[[ ])false/g, '$1False');

/** A float as Python writes it: a whole one has a point, too. */
export const floatInPython = (x: number): string =>
  (Number.isInteger(x) && Math.abs(x) < 1e16 ? (Object.is(x, -0) ? '-0.0' : `${x}.0`) : String(x))
    .replace('Infinity', 'inf')
    .replace('NaN', 'nan');

/** The call of a function: in Python with arrays and floats, as data.ts hands them over. */
export function callIn(name: string, args: readonly Datum[], language: Language): string {
  const beside = args.some(Array.isArray);
  const list = (x: Datum): string =>
    !Array.isArray(x)
      ? floatInPython(x as number)
      : x.length > 24
        ? `[${x.slice(0, 8).map(list).join(', ')}, … ${x.length - 8} more]`
        : `[${x.map(list).join(', ')}]`;
  const one = (x: Datum): string => {
    if (language === 'typescript') return written(x);
    if (Array.isArray(x)) return `np.array(${list(x)})`;
    return typeof x === 'number' && !(beside && Number.isSafeInteger(x)) ? floatInPython(x) : writtenIn(x, language);
  };
  return `${nameIn(name, language)}(${args.map(one).join(', ')})`;
}
