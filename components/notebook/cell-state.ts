/** What a cell of a page can be doing, and what whoever runs it needs of it. */

import type { Language } from '../../src/languages.ts';

export type State = 'fresh' | 'edited' | 'stale' | 'running' | 'done' | 'failed';

/** The states in words. */
export const inWords: Record<State, string> = {
  fresh: '',
  edited: 'Edited, not run yet',
  stale: 'A cell above has changed: run again',
  running: 'Running…',
  done: 'Ran on this machine',
  failed: 'Failed',
};

export interface Runnable extends Pick<HTMLElement, 'querySelector' | 'dataset'> {
  readonly code: string;
  readonly state: State;
  /** Shows what state the cell is in, in words too. */
  say(state: State, note?: string): void;
  /** Marks a line of the cell as the place of an error. */
  mark(line: number | undefined): void;
}

/** The language that a cell is in. */
export const languageOf = ({ dataset }: Pick<HTMLElement, 'dataset'>): Language => dataset.language as Language;
