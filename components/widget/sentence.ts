/** What a widget says: sentences whose words may name a term. Pure. */
import type { Tone } from './table.ts';

/** A piece of a sentence: words, or words that name a term. */
export type Piece = string | { text: string; term?: string; tone?: Tone };

/** A sentence, as words or as pieces (see `say`). */
export type Sentence = string | Piece[];

/** Keeps both sides of an equation in one line. */
const together = (words: string): string => words.replaceAll(' = ', '\u00a0=\u00a0');

/** Marks words of a sentence as a term: `mention('p', '0.7311', 'sigmoid')`. */
export const mention = (term: string, words: string, tone?: Tone): Piece => ({
  text: together(words),
  term,
  ...(tone && { tone }),
});

/** A sentence with terms in it, as a tagged template: ``say`At z = ${mention('z', '1.0')} …` ``. */
export const say = (words: TemplateStringsArray, ...pieces: (Piece | Piece[])[]): Piece[] =>
  words.flatMap((word, i) => [together(word), ...[pieces[i] ?? []].flat()]).filter((piece) => piece !== '');

/** The plain words of a sentence. */
export const sentenceText = (sentence: Sentence): string =>
  typeof sentence === 'string'
    ? sentence
    : sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
