/** The reader chooses the language that the code of a page is shown in. Loaded when that is done. */
import type { Language } from '../../src/languages.ts';
import { parseAddress, printAddress } from '../widget/address.ts';
import { mark, show, shownLanguage } from './language.ts';
import { store } from './record.ts';

/** The switches come in pairs, one with the code in each language: what stands for one in the other. */
function other(switches: Element): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('.languages')];
  return all[all.indexOf(switches as HTMLElement) ^ 1]!;
}

/** Shows the page in a button's language: it is remembered, and the address says it, of the cell or exercise that it stands with. */
export function choose(button: HTMLButtonElement): void {
  const language = button.value as Language;
  if (language === shownLanguage()) return;
  const here = button.closest('.languages')!;
  const there = other(here);
  const before = here.getBoundingClientRect().top;
  show(language);
  store.update((now) => ({ ...now, language }));
  const place = button.closest('live-cell, exercise-box');
  if (place) {
    const address = parseAddress(location.hash);
    address.anchor = place.id.replace(mark, '') + (language === 'python' ? mark : '');
    history.replaceState(history.state, '', `#${printAddress(address)}`);
  }
  // The hand stays on what it has pressed, whatever became longer or shorter above it.
  scrollBy(0, there.getBoundingClientRect().top - before);
  there.querySelector<HTMLElement>('[aria-pressed=true]')!.focus({ preventScroll: true });
}
