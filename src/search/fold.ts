/**
 * One spelling for all the ways to write a thing, so that what is typed finds what is printed: `-1000` finds −1000,
 * `sqrt` finds √, `sigma` finds σ and `\sigma`, `65504` finds 65,504. Pure. Both the text and the query go through it.
 */

/** Signs by the letters that one types for them. */
const signs: Record<string, string> = {
  '−': '-',
  '√': ' sqrt ',
  '∞': ' infinity ',
  '×': ' x ',
  '·': ' ',
  '≤': '<=',
  '≥': '>=',
  '≈': '~',
  '∑': ' sum ',
  '∂': ' d ',
  '→': '->',
  '–': ' ',
  '—': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
};

const greek: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
};

/** Commands of TeX by what they print, where that is not their own name. */
const commands: Record<string, string> = {
  infty: 'infinity',
  cdot: ' ',
  times: 'x',
  le: '<=',
  ge: '>=',
  ne: '!=',
  approx: '~',
  varepsilon: 'epsilon',
  partial: 'd',
  to: '->',
  frac: ' ',
  tfrac: ' ',
  left: ' ',
  right: ' ',
  mathbf: ' ',
  operatorname: ' ',
  text: ' ',
};

/** Folds a text: lower case, no accents, ASCII for signs and Greek letters, TeX as what it prints, single spaces. */
export function fold(text: string): string {
  return (
    text
      .replace(/\\([a-zA-Z]+)\*?/g, (_, name: string) => ` ${commands[name] ?? name} `)
      .replace(/\\[,;:! ]/g, ' ')
      // What is struck through would lose its stroke with the accents.
      .replace(/≠/g, '!=')
      // Superscripts and subscripts, letters in other faces, accents: as their plain letters.
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[−√∞×·≤≥≈∑∂→–—’‘“”]/g, (sign) => signs[sign]!)
      .toLowerCase()
      .replace(/[α-ω]/g, (letter) => greek[letter] ?? letter)
      // 65,504 and 65 504 are one number; so are 1 000 000 and 1,000,000.
      .replace(/(?<=\d)[, \u2009\u202f](?=\d{3}(?!\d))/g, '')
      .replace(/[{}$^_()[\]|\\]/g, ' ')
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The words of a query, folded. */
export const queryWords = (query: string): string[] => fold(query).split(' ').filter(Boolean);

/** How many of the words stand in a text that is folded; a number must begin and end where it does. */
export const matches = (folded: string, words: readonly string[]): number =>
  words.filter((word) =>
    /^-?[\d.]+$/.test(word)
      ? new RegExp(`(?<![\\d.])${word.replaceAll('.', '\\.')}(?!\\d|\\.\\d)`).test(folded)
      : folded.includes(word),
  ).length;
