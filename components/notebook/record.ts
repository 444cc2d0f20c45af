/** The reader's record, opened once a page. */
import { openStore } from '../../src/progress/store.ts';

/** The browser's storage, where the page may have it. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export const store = openStore(storage());

let told = false;

/** Says in an element what is wrong with the storage, once a page, where it first matters; there it stays. */
export function warn(element: Element): void {
  const problem = told ? undefined : store.problem();
  if (!problem) return;
  told = true;
  let place = element.querySelector('[data-trouble]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'trouble';
    place.setAttribute('data-trouble', '');
    place.setAttribute('role', 'status');
    element.append(place);
  }
  place.textContent = problem;
}
