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
