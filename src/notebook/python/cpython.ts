/**
 * What ends a run in CPython's words: MicroPython says less, or says it otherwise. What it can't read is named, with its
 * line. Compared with CPython 3.11 in the tests.
 */
import { tokensOf } from './source.ts';

/** An exception as it is told: its class, its message, and the line, where it is known. */
export interface Told {
  readonly name: string;
  readonly message: string;
  readonly line?: number;
}

/** What rules see: the code, and its line that the exception names, without a comment. */
interface Place {
  readonly code: string;
  readonly text: string;
}

type Rule = readonly [form: RegExp, words: (found: string[], place: Place) => string | Partial<Told>];

const operators: Record<string, string> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '** or pow()',
  matmul: '@',
  and: '&',
  or: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
};
const comparisons: Record<string, string> = { lt: '<', gt: '>', le: '<=', ge: '>=' };
const turned: Record<string, string> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const unary: Record<string, string> = { neg: 'unary -', pos: 'unary +', invert: 'unary ~', abs: 'abs()' };

/** Names in a sentence: `'x', 'y', and 'z'`. */
const named = (names: readonly string[]): string => {
  const quoted = names.map((name) => `'${name}'`);
  return quoted.length < 3 ? quoted.join(' and ') : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
};

/** The parameters of a function of the code that have to be given, in their order. */
function required(code: string, name: string): string[] | undefined {
  const found = [...code.matchAll(new RegExp(`def\\s+${name}\\s*\\(([^()]*)\\)`, 'g'))].at(-1);
  return found?.[1]!
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.includes('=') && !part.startsWith('*'))
    .map((part) => part.replace(/\s*:.*$/, ''));
}

/** What a call with another number of arguments says. */
function counted([, name = '', takes = '', given = '']: string[], { code }: Place): string {
  const missing = Number(takes) - Number(given);
  if (missing <= 0) {
    const were = given === '1' ? 'was' : 'were';
    return `${name}() takes ${takes} positional argument${takes === '1' ? '' : 's'} but ${given} ${were} given`;
  }
  const names = required(code, name)?.slice(-missing) ?? [];
  const which = names.length === missing ? `: ${named(names)}` : '';
  return `${name}() missing ${missing} required positional argument${missing === 1 ? '' : 's'}${which}`;
}

/** What an operation says of two types that it is not for. */
function operated([, name = '', a = '', b = '']: string[], { text }: Place): string {
  if (name === 'add' && /^(str|list|tuple)$/.test(a)) return `can only concatenate ${a} (not "${b}") to ${a}`;
  if (name === 'mul' && /^(str|list|tuple)$/.test(a) && b !== 'int')
    return `can't multiply sequence by non-int of type '${b}'`;
  const comparison = comparisons[name];
  if (!comparison) return `unsupported operand type(s) for ${operators[name] ?? name}: '${a}' and '${b}'`;
  // MicroPython turns `a > b` round, and `a < b` where it fails; the code tells which it was.
  const signs: string[] = text.match(/[<>]=?/g) ?? [];
  const turn = !signs.includes(comparison) && (signs.includes(turned[comparison]!) || comparison.startsWith('<'));
  const [sign, left, right] = turn && signs.length > 0 ? [turned[comparison]!, b, a] : [comparison, a, b];
  return `'${sign}' not supported between instances of '${left}' and '${right}'`;
}

const isNot = ([whole = '']: string[]): string =>
  whole
    .replace(/isn't/, 'is not')
    .replace(/doesn't/, 'does not')
    .replace(/can't/, 'cannot');

/** The modules that there are, for whoever asks for another. */
const modules = 'here are math, numpy and small modules such as random, collections and functools';

/** What MicroPython says, by class and message; the first that fits. */
const rules: readonly Rule[] = [
  [/^NameError: name '.*' isn't defined$/, isNot],
  [
    /^NameError: local variable referenced before assignment$/,
    () => ({
      name: 'UnboundLocalError',
      message: 'cannot access local variable where it is not associated with a value',
    }),
  ],
  [/^ZeroDivisionError: divide by zero$/, () => 'division by zero'],
  [
    /^TypeError: (list|tuple|range) indices must be integers, not (.*)$/,
    ([, of, not]) => `${of} indices must be integers or slices, not ${not}`,
  ],
  [/^TypeError: '.*' object (?:isn't (?:subscriptable|iterable|callable)|doesn't support .*)$/, isNot],
  [/^TypeError: ([\w<>]+)\(\) takes (\d+) positional arguments but (\d+) were given$/, counted],
  [/^TypeError: unsupported types for : '.*', '(.*)'$/, ([, of]) => `argument of type '${of}' is not iterable`],
  [/^TypeError: unsupported types for __i?r?(\w+?)__: '(.*)', '(.*)'$/, operated],
  [/^TypeError: unsupported type for __hash__: '(.*)'$/, ([, of]) => `unhashable type: '${of}'`],
  [
    /^TypeError: unsupported type for __(\w+)__: '(.*)'$/,
    ([, name, of]) => `bad operand type for ${unary[name!] ?? name}: '${of}'`,
  ],
  [
    /^ValueError: arg is an empty sequence$/,
    (_, { text }) =>
      `${/\bmin\s*\(/.test(text) && !/\bmax\s*\(/.test(text) ? 'min' : 'max'}() arg is an empty sequence`,
  ],
  [
    /^ValueError: need more than (\d+) values to unpack$/,
    ([, got], { text }) => {
      const targets = /^\s*(?:for\s+)?([\w\s,.()[\]]*,[\w\s,.()[\]]*?)(?:=|\bin\b)/.exec(text)?.[1]!.split(',').length;
      return `not enough values to unpack (expected ${targets ?? 'more'}, got ${got})`;
    },
  ],
  [
    /^ValueError: invalid syntax for integer with base (\d+): (.*)$/s,
    ([, base, of]) => `invalid literal for int() with base ${base}: ${of}`,
  ],
  [/^ValueError: invalid syntax for number$/, () => 'could not convert string to float'],
  [/^ValueError: can't convert NaN to int$/, () => 'cannot convert float NaN to integer'],
  [/^OverflowError: can't convert inf to int$/, () => 'cannot convert float infinity to integer'],
  [
    /^TypeError: can't convert (\w+) to int$/,
    ([, of], { text }) =>
      /\bint\s*\(/.test(text)
        ? `int() argument must be a string, a bytes-like object or a real number, not '${of}'`
        : `'${of}' object cannot be interpreted as an integer`,
  ],
  [
    /^TypeError: can't convert (\w+) to float$/,
    ([, of]) => `float() argument must be a string or a real number, not '${of}'`,
  ],
  [/^ValueError: slice step can't be zero$/, isNot],
  [/^ValueError: object not in sequence$/, () => 'what is looked for is not in the list'],
  [
    /^ImportError: no module named '(.*)'$/,
    ([, of]) => ({
      name: 'ModuleNotFoundError',
      message: `No module named '${of}'${/^(js|jsffi|uctypes|_.*)$/.test(of!) ? '' : `: ${modules}`}`,
    }),
  ],
  [/^ImportError: can't import name (\w+)$/, ([, of]) => `cannot import name '${of}'`],
  [
    /^AttributeError: module '_(math|numpy)' has no attribute '(.*)'$/,
    ([, of, name]) => `module '${of}' has no attribute '${name}'`,
  ],
  [
    /^RuntimeError: maximum recursion depth exceeded$/,
    ([whole]) => ({
      name: 'RecursionError',
      message: whole!.replace(/^\w+: /, ''),
    }),
  ],
  [/^OSError: 44$/, () => ({ name: 'FileNotFoundError', message: 'there are no files here' })],
];

/** What a line has that MicroPython can't read, or nobody can. */
const unreadable: readonly (readonly [RegExp, string | ((found: RegExpExecArray) => string)])[] = [
  [/^match\b(?!\s*[=.(),[]).*:$/, 'match is not part of the Python that runs here: write if and elif'],
  [/^match\s*\(.*:$/, 'match is not part of the Python that runs here: write if and elif'],
  [/^type\s+\w+\s*=/, 'type statements are not part of the Python that runs here: leave them out'],
  [/^except\s*\*/, 'except* is not part of the Python that runs here: write except'],
  [/^(?:async\s+)?def\s+\w+\s*\[/, 'type parameters are not part of the Python that runs here: leave them out'],
  [/^def\s.*[(,]\s*\/\s*[,)]/, 'a / among parameters is not part of the Python that runs here: leave it out'],
  [/\{\s*\*\*|\{.*,\s*\*\*\w/, '{**d} is not part of the Python that runs here: copy with dict(d), then update'],
  [/\{\s*\*\w|\{\s*\*\[/, '{*x} is not part of the Python that runs here: write set(x)'],
  [/[([]\s*\*|,\s*\*\w/, '[*x, y] and (*x, y) are not part of the Python that runs here: write list(x) + [y]'],
  [/^print\s+[^\s(=]/, "Missing parentheses in call to 'print'. Did you mean print(...)?"],
  [/^(?:if|elif|while)\b[^=<>!]*[^=<>!:]=[^=]/, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  [/&&/, 'invalid syntax: && is no operator of Python; write and'],
  [/\|\|/, 'invalid syntax: || is no operator of Python; write or'],
  [/(?:^|[\s(])!\s*\w/, 'invalid syntax: ! is no operator of Python; write not'],
  [/\+\+|--(?=\s*(?:$|[;)]))/, 'invalid syntax: Python has no ++ and --; write += 1 and -= 1'],
  [/\?.*:/, 'invalid syntax: Python writes a if condition else b'],
];

const opens: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** What begins a block, as CPython calls it. */
const blockOf = (text: string): string => {
  const [, word = ''] = /^(?:async\s+)?(\w+)/.exec(text) ?? [];
  return word === 'def' ? 'function definition' : word === 'class' ? 'class definition' : `'${word}' statement`;
};

/** Why code can't be read, and where: found by going through it; MicroPython tells a line at most. */
function whyUnreadable(code: string, line: number): Partial<Told> & { message: string } {
  const open: { sign: string; line: number }[] = [];
  let at = 1;
  /** The lines without comments and with texts left blank; whether each begins inside of brackets. */
  const lines: string[] = [''];
  const inside: boolean[] = [false];
  for (const { kind, text } of tokensOf(code)) {
    const plain = kind === 'string' ? `''${'\n'.repeat(text.split('\n').length - 1)}` : text.replace(/#.*/, '');
    if (kind === 'sign') {
      if ('([{'.includes(text)) open.push({ sign: text, line: at });
      else if (text in opens) {
        const last = open.pop();
        if (!last) return { message: `unmatched '${text}'`, line: at };
        if (last.sign !== opens[text])
          return {
            message: `closing parenthesis '${text}' does not match opening parenthesis '${last.sign}'`,
            line: at,
          };
      } else if (text === '"' || text === "'")
        return { message: `unterminated string literal (detected at line ${at})`, line: at };
    }
    for (const [i, part] of plain.split('\n').entries()) {
      if (i > 0) {
        at++;
        inside.push(open.length > 0);
        lines.push('');
      }
      lines[lines.length - 1] += part;
    }
  }
  const bare = lines.map((text) => text.trim());
  const indent = (i: number) => /^\s*/.exec(lines[i]!)![0].replaceAll('\t', '        ').length;
  // Blocks: what ends with a colon goes on farther in.
  for (const [i, text] of bare.entries()) {
    if (inside[i] || !text.endsWith(':') || /^(?:lambda|else if)\b/.test(text)) continue;
    const next = bare.findIndex((other, j) => j > i && other !== '');
    if (next < 0 || indent(next) <= indent(i))
      return {
        name: 'IndentationError',
        message: `expected an indented block after ${blockOf(text)} on line ${i + 1}`,
        line: next < 0 ? i + 1 : next + 1,
      };
  }
  // MicroPython may say the line after the one that is wrong.
  const near = [line, line - 1, ...bare.keys()].filter((n) => bare[n - 1]);
  for (const n of near) {
    const text = bare[n - 1]!;
    const found = unreadable.find(([form]) => form.test(text));
    if (found && (n >= line - 1 || /not part of/.test(String(found[1]))))
      return { message: found[1] as string, line: n };
    if (
      /^(?:(?:async\s+)?def|class|if|elif|else|for|while|try|except|finally|with)\b/.test(text) &&
      !text.includes(':') &&
      !inside[n] &&
      n >= line - 1
    )
      return { message: "expected ':'", line: n };
  }
  const first = open[0];
  if (first) return { message: `'${first.sign}' was never closed`, line: first.line };
  const wrong = code.split('\n')[Math.min(line, lines.length) - 1]?.trim();
  return {
    message: wrong ? `invalid syntax: ${wrong.slice(0, 80)}` : 'invalid syntax',
    line: Math.min(line, lines.length),
  };
}

/** A syntax error with its reason and its line. */
function syntax({ name, message, line = 1 }: Told, code: string): Told {
  if (/unindent doesn't match/.test(message))
    return { name, message: 'unindent does not match any outer indentation level', line: line + 1 };
  if (/^can't assign to expression/.test(message))
    return { name, message: "cannot assign to expression here. Maybe you meant '==' instead of '='?", line };
  if (message === "'break'/'continue' outside loop")
    return { name, message: "'break' or 'continue' outside of a loop", line };
  if (!/^invalid syntax|^\*x must be/.test(message)) return { name, message, line };
  return { name, line, ...whyUnreadable(code, line) };
}

/** An exception in CPython's words; `code` is what the line is of. */
export function inCPythonsWords(told: Told, code: string): Told {
  if (/^(SyntaxError|IndentationError)$/.test(told.name)) return syntax(told, code);
  // A number beside a comparison is one of ours: see source.ts.
  const whole = `${told.name}: ${told.message.replaceAll("'_Number'", "'int'")}`;
  const place = { code, text: (code.split('\n')[(told.line ?? 0) - 1] ?? '').replace(/#.*/, '') };
  for (const [form, words] of rules) {
    const found = form.exec(whole);
    if (!found) continue;
    const said = words([...found], place);
    // Rules that only change a word are handed the whole.
    return { ...told, ...(typeof said === 'string' ? { message: said.replace(`${told.name}: `, '') } : said) };
  }
  return told;
}
