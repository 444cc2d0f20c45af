/**
 * A reader's Python as MicroPython reads it. It asks no array about `a /= b` (only about += and −=), nor about `x < a`
 * where x is a number of its own, and formats no number that isn't; so these are written as calls. Lines stay where they
 * are.
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
export interface Token {
  readonly kind: Kind;
  readonly text: string;
}

export const tokensOf = (code: string): Token[] =>
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
/** What stands before what is compared, and is no part of it; what assigns does, too. */
const beforeCompared = new Set(
  '( [ { , : ; -> == != < <= > >= and or not if else elif while for return yield assert in is lambda await raise del'.split(
    ' ',
  ),
);
const comparisons = new Set(['<', '<=', '>', '>=']);
const assigns = /^([-+*/%@&|^]|\*\*|\/\/|<<|>>)?=$/;

/** A statement, or what of a compound one stands up to its colon, with what ends it. */
interface Statement {
  readonly tokens: Token[];
  end: string;
  /** Whether it stands in no other. */
  readonly outermost: boolean;
  /** Whether it begins with a keyword, and whether it assigns. */
  compound: boolean;
  assigning: boolean;
}

/** Prepares code to be run. */
export function prepared(code: string): Prepared {
  let out = '';
  let last: number | undefined;
  for (const { tokens, end, outermost, compound, assigning } of statementsOf(joinedStrings(tokensOf(code)))) {
    const first = tokens.findIndex(({ kind }) => kind !== 'space');
    if (first >= 0) {
      const start = out.length + textOf(tokens.slice(0, first)).length;
      last = outermost && !compound && !assigning ? start : undefined;
    }
    out += rewritten(tokens) + end;
  }
  return last === undefined ? { code: out } : { code: out, last };
}

/** Where the last statement of some code stands, if that is an expression that may have a value. */
export function lastExpression(code: string): { start: number; end: number } | undefined {
  let at = 0;
  let last: { start: number; end: number } | undefined;
  for (const { tokens, end, outermost, compound, assigning } of statementsOf(tokensOf(code))) {
    const first = tokens.findIndex(({ kind }) => kind !== 'space');
    if (first >= 0) {
      const solid = tokens.slice(0, tokens.findLastIndex(({ kind }) => kind !== 'space') + 1);
      const place = { start: at + textOf(tokens.slice(0, first)).length, end: at + textOf(solid).length };
      last = outermost && !compound && !assigning ? place : undefined;
    }
    at += textOf(tokens).length + end.length;
  }
  return last;
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** How a token changes how deep one stands in brackets. */
const step = ({ kind, text }: Token): number =>
  kind !== 'sign' ? 0 : '([{'.includes(text) ? 1 : ')]}'.includes(text) ? -1 : 0;

function statementsOf(tokens: readonly Token[]): Statement[] {
  const begun = (outermost: boolean): Statement => ({
    tokens: [],
    end: '',
    outermost,
    compound: false,
    assigning: false,
  });
  let one = begun(tokens[0]?.kind !== 'space');
  const all = [one];
  let depth = 0;
  tokens.forEach((token, index) => {
    const { kind, text } = token;
    depth += step(token);
    if (depth === 0 && (kind === 'line' || text === ';' || (text === ':' && one.compound))) {
      one.end = text;
      // What follows a colon in its line is of the statement before it; a line that begins with a space, of one above.
      const outermost = kind === 'line' ? tokens[index + 1]?.kind !== 'space' : text === ';' && one.outermost;
      one = begun(outermost);
      all.push(one);
      return;
    }
    if (kind !== 'space' && one.tokens.every((before) => before.kind === 'space')) {
      one.compound = (kind === 'name' && statements.has(text)) || text === '@';
    }
    if (depth === 0 && kind === 'sign' && assigns.test(text)) one.assigning = true;
    one.tokens.push(token);
  });
  return all;
}

/** The tokens of a statement, written so that arrays are asked. */
function rewritten(tokens: readonly Token[]): string {
  let out = '';
  let depth = 0;
  let closing = '';
  /** Where in `out` that begins what stands on the left of a comparison, at every depth of brackets. */
  const begun: (number | undefined)[] = [];
  for (const token of tokens) {
    const { kind, text } = token;
    const opens = step(token) > 0;
    depth += step(token);
    const level = opens ? depth - 1 : depth;
    if (kind === 'space') {
      out += text.includes('#') ? closing + text : text;
      if (text.includes('#')) closing = '';
      continue;
    }
    const isBefore = beforeCompared.has(text) || (kind === 'sign' && assigns.test(text));
    if (!isBefore || opens) begun[level] ??= out.length;
    const name = depth === 0 && kind === 'sign' ? inPlace[text] : undefined;
    if (name) {
      const [, indent, target] = /^(\s*)([^]*?)\s*$/.exec(out)!;
      out = `${indent}${target} = __inplace__('${name}', ${target}, (`;
      closing = '))';
    } else if (comparisons.has(text) && begun[depth] !== undefined) {
      const start = begun[depth]!;
      const [, compared, space] = /^([^]*?)(\s*)$/.exec(out.slice(start))!;
      out = `${out.slice(0, start)}__number__(${compared})${space}${text}`;
    } else out += text;
    if (isBefore) begun[depth] = undefined;
  }
  return out.replace(/\s*$/, (space) => closing + space);
}

/** Texts side by side as one token, which asks for numbers of this course's NumPy where it has something to format. */
function joinedStrings(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    depth += step(tokens[i]!);
    if (tokens[i]!.kind !== 'string') {
      out.push(tokens[i]!);
      continue;
    }
    let to = i;
    for (let j = i + 1; j < tokens.length; j++) {
      const { kind } = tokens[j]!;
      if (kind === 'string') to = j;
      // In brackets a text may go on in the next line.
      else if (kind !== 'space' && (kind !== 'line' || depth === 0)) break;
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
