/**
 * What a reader has done, kept on the reader's machine only: one record under one key, with a version. Every change
 * reads the record afresh, so two tabs don't overwrite each other; a storage that is closed, full or corrupt is told
 * of once and costs nothing else.
 */
import { fieldsIn, nothing, parseProgress, type Progress } from './progress.ts';

export const key = 'from-logits-to-probabilities';

export interface Store {
  /** The record as it stands. */
  read(): Progress;
  /** Changes the record: `change` gets the newest one and returns what it becomes. */
  update(change: (now: Progress) => Progress): void;
  /** What is wrong with the storage, in words for the reader, once there is something. */
  problem(): string | undefined;
  /** Whether what is done now will be there when the page is opened again, as far as is known. */
  keeps(): boolean;
}

/** Opens the record in a storage; without one (private mode, blocked) it lives as long as the page. */
export function openStore(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): Store {
  let memory = nothing();
  let problem = storage
    ? undefined
    : 'This browser keeps nothing for this page, so what you do here is gone when you close it.';
  /** Whether the storage still has what this page knows. */
  let kept = storage !== undefined;
  /** What stands in the storage and can't be read: it is set aside before anything is written over it. */
  let unreadable: string | undefined;
  const read = (): Progress => {
    if (!storage || !kept) return memory;
    let text: string | null;
    try {
      text = storage.getItem(key);
    } catch {
      problem ??= 'This browser does not let the page read what it kept, so earlier progress is not shown.';
      return memory;
    }
    if (text === null) return memory;
    try {
      const { progress, lost } = parseProgress(text);
      if (lost.length > 0) {
        unreadable = text;
        problem ??= `Of what was kept here, this could not be read: ${fieldsIn(lost)}. A copy is set aside; the rest is here.`;
      }
      return (memory = progress);
    } catch (error) {
      unreadable = text;
      problem ??= `What was kept here could not be read (${(error as Error).message}). It is set aside, and you begin anew.`;
      return memory;
    }
  };
  return {
    read,
    update(change) {
      memory = change(read());
      if (!storage) return;
      try {
        if (unreadable !== undefined) storage.setItem(`${key} (unreadable)`, unreadable);
        unreadable = undefined;
        storage.setItem(key, JSON.stringify(memory));
        kept = true;
      } catch {
        kept = false;
        problem ??=
          'The storage of this browser is full or closed, so what you do from here on is gone when you close the page.';
      }
    },
    problem: () => problem,
    keeps: () => kept,
  };
}
