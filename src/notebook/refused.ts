/** Why code can't be compiled, in words for its reader. Pure. */
import { tokenizer, tokTypes } from 'acorn';
import type { Language } from '../languages.ts';
import { pythonIn } from './other-language.ts';
import type { Failure } from './protocol.ts';

/** A place in code, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The place of a character of a text. */
export function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Code that can't be compiled; its message is written for the reader. */
export class Refused extends Error {
  readonly place: Place | undefined;
  readonly kind: string;
  /** The language that it is in, where that is another one. */
  readonly language: Language | undefined;

  constructor(message: string, place?: Place, kind = 'SyntaxError', language?: Language) {
    super(message);
    this.place = place;
    this.kind = kind;
    this.language = language;
  }

  get failure(): Failure {
    const { kind, message, place, language } = this;
    return { name: kind, message, ...place, ...(language && { language }) };
  }
}

/** Characters of typeset text, and what code has in their place. */
const typeset: Record<string, [called: string, write: string]> = {
  '−': ['a minus sign of typeset text', '-'],
  '–': ['a dash', '-'],
  '—': ['a dash', '-'],
  '‐': ['a hyphen of typeset text', '-'],
  '‑': ['a hyphen of typeset text', '-'],
  '×': ['a times sign', '*'],
  '⋅': ['a times sign', '*'],
  '÷': ['a division sign', '/'],
  '≤': ['a sign of mathematics', '<='],
  '≥': ['a sign of mathematics', '>='],
  '≠': ['a sign of mathematics', '!=='],
  '²': ['a power of typeset text', '** 2'],
  '…': ['an ellipsis', '...'],
  '“': ['a quotation mark of typeset text', '"'],
  '”': ['a quotation mark of typeset text', '"'],
  '„': ['a quotation mark of typeset text', '"'],
  '‘': ['a quotation mark of typeset text', "'"],
  '’': ['a quotation mark of typeset text', "'"],
};

/** Characters that nobody sees: format and control characters that are no white space to a parser. */
const unseen = /^[\p{Cf}\p{Cc}]$/u;

/** What is wrong with one character, where code can't have it. */
function characterInWords(character: string): string | undefined {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  if (Object.hasOwn(typeset, character)) {
    const [called, write] = typeset[character]!;
    return `${character} is ${called} (${code}); expected ${write}`;
  }
  if (character === '\u200b') return `a zero-width space (${code}) stands here, which nobody sees; delete it`;
  if (unseen.test(character)) return `a character that nobody sees (${code}) stands here; delete it`;
  if (character === '@') return 'decorators are not supported; expected a call of the function instead';
  return undefined;
}

/** The first character of code that code can't have. */
function strayCharacterOf(code: string): number | undefined {
  try {
    const tokens = tokenizer(code, { ecmaVersion: 'latest' });
    while (tokens.getToken().type !== tokTypes.eof);
  } catch (error) {
    const { message, pos } = error as Error & { pos?: number };
    if (message.startsWith('Unexpected character')) return pos;
  }
  return undefined;
}

/** What a parser's complaint about code means for the person who wrote it. */
export function explained(code: string, message: string, place: Place): Refused {
  const stray = strayCharacterOf(code);
  const words = stray === undefined ? undefined : characterInWords(String.fromCodePoint(code.codePointAt(stray)!));
  if (words) return new Refused(words, placeOf(code, stray!));
  const line = pythonIn(code);
  if (line === undefined) return new Refused(message, place);
  return new Refused(
    'this is Python; expected TypeScript, such as function softmax(z: number[]) { … }',
    { line, column: 1 },
    'SyntaxError',
    'python',
  );
}
