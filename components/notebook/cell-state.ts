/** What a cell of a page can be doing, and what whoever runs it needs of it. */

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

export interface Runnable extends Pick<Element, 'querySelector'> {
  readonly code: string;
  readonly state: State;
  /** Shows what state the cell is in, in words too. */
  say(state: State, note?: string): void;
  /** Marks a line of the cell as the place of an error. */
  mark(line: number | undefined): void;
}
