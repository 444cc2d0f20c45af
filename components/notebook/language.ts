/**
 * The language that a page shows its code in, where there is code in both. The page's first script sets it, before
 * anything is painted (src/layouts/Base.astro): an address that names a cell or an exercise says which, and means
 * TypeScript where it says nothing; any other shows what the reader chose last.
 */
import type { Language } from '../../src/languages.ts';

const root = document.documentElement;

/** What an address says after the name of a cell or an exercise, where it means the code in Python. */
export const mark = '-python';

/** The language that the page shows. */
export const shownLanguage = (): Language => (root.dataset.language ?? 'typescript') as Language;

/** Shows the page in a language; whoever has to do something then hears a `language` event. */
export function show(language: Language): void {
  if (language === 'python') root.dataset.language = language;
  else delete root.dataset.language;
  dispatchEvent(new Event('language'));
}
