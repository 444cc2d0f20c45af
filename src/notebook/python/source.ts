/**
 * A reader's Python as MicroPython reads it. It asks no array about `a /= b` (only about += and −=), nor about `0 < a`,
 * and formats no number that isn't its own; so these are written as calls. Lines stay where they are.
 */

/** Some code, ready to run. */
export interface Prepared {
  /** The code; every line is where it was. */
  readonly code: string;
  /** Where its last statement starts, if that is an expression that may have a value. */
  readonly last?: number;
}

const quoted = [
  '"""(?:\\\\[^]|[^\\\\])*?"""',
  "'''(?:\\\\[^]|[^\\\\])*?'''",
  '"(?:\\\\[^]|[^"\\\\\\n])*"',
  "'(?:\\\\[^]|[^'\\\\\\n])*'",
];
const token = new RegExp(
  [
    `(?<string>(?:[rRbBuU]|[fF][rR]?|[rR][fFbB]|[bB][rR])?(?:${quoted.join('|')}))`,
    '(?<space>(?:[ \\t\\r\\f]|\\\\\\r?\\n|#[^\\n]*)+)',
    '(?<line>\\n)',
    '(?<number>(?:0[xXoObB][\\da-fA-F_]+|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?))',
    '(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)',
    '(?<sign>\\*\\*=|//=|>>=|<<=|[-+*/%@&|^<>=!:]=|->|\\*\\*|//|[^])',
  ].join('|'),
  'gu',
);

type Kind = 'string' | 'space' | 'line' | 'number' | 'name' | 'sign';
interface Token {
  readonly kind: Kind;
  readonly text: string;
}

const tokensOf = (code: string): Token[] =>
  Array.from(code.matchAll(token), ({ 0: text, groups }) => {
    const kind = Object.entries(groups!).find(([, found]) => found !== undefined)![0] as Kind;
    return { kind, text };
  });

/** The names of operations that stand before an `=`. */
const inPlace: Readonly<Record<string, string>> = {
  '*=': 'multiply',
  '/=': 'divide',
  '//=': 'floor_divide',
  '**=': 'power',
  '%=': 'remainder',
  '@=': 'matmul',
  '&=': 'bitwise_and',
  '|=': 'bitwise_or',
  '^=': 'bitwise_xor',
};

const statements = new Set(
  'def class if elif else for while try except finally with return import from assert del pass raise global nonlocal break continue async match'.split(
    ' ',
  ),
);
/** What may stand before an operand. */
const beforeOperand = new Set('( [ { , = == ; : and or not if else elif while return assert in is lambda'.split(' '));
const comparisons = new Set(['<', '<=', '>', '>=']);

/** Prepares code to be run. */
export function prepared(code: string): Prepared {
  const tokens = joinedStrings(tokensOf(code));
  let out = '';
  let depth = 0;
  /** Where the statement starts, in `out`; whether anything of it has come; whether it may be an expression. */
  let start = 0;
  let begun = false;
  let plain = true;
  /** Whether the statement stands at a line's beginning without a space, or after such a one's semicolon. */
  let outermost = true;
  let last: number | undefined;
  let closing = '';
  let before = '';
  const next = (index: number) => tokens.slice(index + 1).find(({ kind }) => kind !== 'space')?.text ?? '';
  const end = () => {
    if (begun) last = plain && outermost ? start : undefined;
    out = closing ? out.replace(/\s*$/, (space) => closing + space) : out;
    closing = '';
    begun = false;
  };
  for (const [index, { kind, text }] of tokens.entries()) {
    const separates = depth === 0 && (kind === 'line' || text === ';' || (text === ':' && !plain));
    if (separates) {
      const was: boolean = plain;
      end();
      out += text;
      start = out.length;
      if (kind === 'line') {
        plain = true;
        outermost = true;
      } else if (text === ':') outermost = false;
      else plain = was || outermost;
      before = text;
      continue;
    }
    if (kind === 'space') {
      if (text.includes('#') && closing) {
        out += closing;
        closing = '';
      }
      if (!begun && start === out.length && tokens[index - 1]?.kind !== 'sign' && next(index) !== '\n')
        outermost = false;
      if (!begun) start += text.length;
      out += text;
      continue;
    }
    if (!begun) {
      begun = true;
      plain = !(kind === 'name' && statements.has(text)) && text !== '@';
    }
    if (kind === 'sign' && '([{'.includes(text)) depth++;
    if (kind === 'sign' && ')]}'.includes(text)) depth--;
    if (depth === 0 && kind === 'sign' && /^([-+*/%@&|^]|\*\*|\/\/|<<|>>)?=$/.test(text)) plain = false;
    const name = depth === 0 && kind === 'sign' ? inPlace[text] : undefined;
    if (name) {
      const target = out.slice(start).trimEnd();
      out = `${out.slice(0, start)}${target} = __inplace__('${name}', ${target}, (`;
      closing = '))';
    } else if (
      kind === 'number' &&
      comparisons.has(next(index)) &&
      (before === '' || before === '\n' || beforeOperand.has(before) || before === '-')
    ) {
      // Of `-1 < a` the sign comes first; `b - 1 < a` is another thing.
      const negative = /(^|[([{,=;:\n]|\b(?:and|or|not|if|elif|while|return|assert))\s*-\s*$/.exec(out);
      if (before === '-' && negative) out = `${out.replace(/-\s*$/, '')}__number__(-${text})`;
      else out += before === '-' ? text : `__number__(${text})`;
    } else out += text;
    before = text;
  }
  end();
  return last === undefined ? { code: out } : { code: out, last };
}

/** Texts side by side as one token, which asks for numbers of this course's NumPy where it has something to format. */
function joinedStrings(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'string') {
      out.push(tokens[i]!);
      continue;
    }
    let to = i;
    for (let j = i + 1; j < tokens.length && tokens[j]!.kind !== 'sign'; j++) {
      if (tokens[j]!.kind === 'string') to = j;
      else if (tokens[j]!.kind !== 'space') break;
    }
    const parts = tokens.slice(i, to + 1);
    const formats = parts.map((part) => (part.kind === 'string' ? formatted(part.text) : undefined));
    const text = parts.map((part) => part.text).join('');
    const after = tokens.slice(to + 1).find(({ kind }) => kind !== 'space')?.text;
    const called = after === '%' || (after === '.' && tokens[to + 2]?.text === 'format');
    if (formats.some(Boolean)) {
      const sum = parts.map((part, k) =>
        part.kind === 'string' ? (k > 0 ? '+' : '') + (formats[k] ?? part.text) : part.text,
      );
      out.push({ kind: 'string', text: `(${sum.join('')})` });
    } else if (called && !/^[fFbB]/.test(text)) out.push({ kind: 'string', text: `__text__(${text})` });
    else out.push({ kind: 'string', text });
    i = to;
  }
  return out;
}

/** An f-string that says how to format something, as a call: f'{x:.2f}' is __text__('{:.2f}').format(x). */
function formatted(text: string): string | undefined {
  const head = /^([fF][rR]?|[rR][fF])("""|'''|"|')/.exec(text);
  if (!head) return undefined;
  const quote = head[2]!;
  const body = text.slice(head[0].length, -quote.length);
  const given: string[] = [];
  let specified = false;
  const partsOf = (part: string): string => {
    let made = '';
    for (let i = 0; i < part.length; i++) {
      const two = part.slice(i, i + 2);
      if (two === '{{' || two === '}}') {
        made += two;
        i++;
      } else if (part[i] === '{') {
        let depth = 0;
        let j = i + 1;
        let split = -1;
        for (; j < part.length; j++) {
          const letter = part[j]!;
          if (depth === 0 && letter === '}') break;
          if (split < 0 && depth === 0 && (letter === ':' || (letter === '!' && part[j + 1] !== '='))) split = j;
          if ('([{'.includes(letter)) depth++;
          if (')]}'.includes(letter)) depth--;
        }
        let expression = part.slice(i + 1, split < 0 ? j : split);
        let rest = split < 0 ? '' : part.slice(split, j);
        if (/[^=!<>]=\s*$/.test(expression)) {
          made += expression.replaceAll('{', '{{').replaceAll('}', '}}');
          expression = expression.replace(/=\s*$/, '');
          if (rest === '') rest = '!r';
        }
        if (/:./.test(rest)) specified = true;
        given.push(`(${expression})`);
        made += `{${partsOf(rest)}}`;
        i = j;
      } else made += part[i];
    }
    return made;
  };
  const template = partsOf(body);
  const raw = /[rR]/.test(head[1]!) ? 'r' : '';
  return specified ? `__text__(${raw}${quote}${template}${quote}).format(${given.join(', ')})` : undefined;
}
