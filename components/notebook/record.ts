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

/** What is wrong with the storage, in words, the first time that it matters on a page. */
export function trouble(): string | undefined {
  const problem = told ? undefined : store.problem();
  told ||= problem !== undefined;
  return problem;
}
