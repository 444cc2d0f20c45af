/**
 * What colors code: the same for a listing that comes with the page, for code that a reader left or was sent, and in
 * the editor. It knows words, not grammar: that is all that a color says.
 */
import type { Language } from '../../src/languages.ts';
import { h } from '../dom/elements.ts';

/** What a piece of code is, where its color says so; `sigmoid` and `softmax` are the two functions by their names. */
export type Hue = 'comment' | 'literal' | 'keyword' | 'sigmoid' | 'softmax';

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** What a language colors: its words, and the pieces of its code (a comment, a literal, a name with what stands before it). */
const grammars: Record<Language, { keywords: Set<string>; constants: Set<string>; piece: RegExp }> = {
  typescript: {
    keywords:
      words(`abstract as async await break case catch class const continue declare default delete do else enum export extends
  finally for from function if implements import in instanceof interface keyof let new of private protected public
  readonly return satisfies static super switch this throw try type typeof var void while with yield`),
    constants: words('true false null undefined NaN Infinity'),
    piece:
      /(\/\/.*|\/\*[^]*?(?:\*\/|$))|('(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[^]|[^`\\])*`?|(?:\b\d|\.\d)(?:[eE][+-]|[\w.])*)|(\.?)([$A-Z_a-z][$\w]*)/g,
  },
  python: {
    keywords: words(`and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`),
    constants: words('True False None'),
    piece:
      /(#.*)|((?:\b[bfruBFRU]{1,2})?(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?)|(?:\b\d|\.\d)(?:[eE][+-]|[\w.])*)|(\.?)([A-Z_a-z]\w*)/g,
  },
};

/** The pieces of code that have a color, in their order; whatever lies between them is plain. */
export function* hues(code: string, language: Language): Generator<{ from: number; to: number; hue: Hue }> {
  const { keywords, constants, piece } = grammars[language];
  for (const { index, 0: whole, 1: comment, 2: literal, 3: before = '', 4: word = '' } of code.matchAll(piece)) {
    const [from, to] = [index + before.length, index + whole.length];
    if (comment) yield { from, to, hue: 'comment' };
    else if (literal) yield { from, to, hue: 'literal' };
    else if (word === 'sigmoid' || word === 'softmax') yield { from, to, hue: word };
    else if (before)
      continue; // a property may be called as it likes
    else if (constants.has(word)) yield { from, to, hue: 'literal' };
    else if (keywords.has(word)) yield { from, to, hue: 'keyword' };
  }
}

/** Code as it stands in a page: colored, its lines numbered beside it, where nothing that is copied or found has them. */
export function listing(document: Document, code: string, language: Language): HTMLElement {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { from, to, hue } of hues(code, language)) {
    parts.push(code.slice(end, from), h(document, 'span', { class: hue }, code.slice(from, to)));
    end = to;
  }
  const lines = code.split('\n').map((_, i) => i + 1);
  // It scrolls in its own frame where a line is long: the keyboard has to get there.
  return h(
    document,
    'pre',
    { class: 'listing', 'data-lines': lines.join('\n'), tabindex: '0' },
    h(document, 'code', {}, ...parts, code.slice(end)),
  );
}
