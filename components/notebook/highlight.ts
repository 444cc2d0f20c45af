/**
 * What colors code: the same for a listing that comes with the page, for code that a reader left or was sent, and in
 * the editor. It knows words, not grammar: that is all that a color says.
 */
import { h } from '../dom/elements.ts';

/** What a piece of code is, where its color says so; `sigmoid` and `softmax` are the two functions by their names. */
export type Hue = 'comment' | 'literal' | 'keyword' | 'sigmoid' | 'softmax';

const keywords = new Set(
  `abstract as async await break case catch class const continue declare default delete do else enum export extends
  finally for from function if implements import in instanceof interface keyof let new of private protected public
  readonly return satisfies static super switch this throw try type typeof var void while with yield`.split(/\s+/),
);
const constants = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity']);

const piece =
  /(\/\/.*|\/\*[^]*?(?:\*\/|$))|('(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[^]|[^`\\])*`?|(?:\b\d|\.\d)(?:[eE][+-]|[\w.])*)|(\.?)([$A-Z_a-z][$\w]*)/g;

/** The pieces of code that have a color, in their order; whatever lies between them is plain. */
export function* hues(code: string): Generator<{ from: number; to: number; hue: Hue }> {
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
export function listing(document: Document, code: string): HTMLElement {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { from, to, hue } of hues(code)) {
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
