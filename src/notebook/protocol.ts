/** What the page and the sandbox say to each other. Every value that crosses is plain data. */

import type { Counts } from './count.ts';

/** The name under which a scope hands out modules to what `compile` made. */
export const importName = '__import';

/** A value as the reader is shown it: a description, never the value itself. */
export type Shown =
  | { kind: 'nothing' }
  | { kind: 'number'; value: number }
  | { kind: 'vector'; values: number[]; left: number }
  | { kind: 'matrix'; rows: number[][]; left: number }
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: unknown };

/** Something that went wrong in a reader's code. */
export interface Failure {
  name: string;
  message: string;
  /** The cell, counted from 0, and the place in it, counted from 1, where they are known. */
  cell?: number;
  line?: number;
  column?: number;
}

/** What one cell printed and returned. */
export interface CellResult {
  logs: Shown[][];
  /** How many lines were printed beyond those that are kept. */
  unkept: number;
  value: Shown;
  failure?: Failure;
}

/** A value that can be handed to a reader's function and come back from it. */
export type Datum = number | string | boolean | null | Datum[] | { [name: string]: Datum };

/** What a call of a reader's function came to. */
export type Returned =
  /** What came back; and what was counted on the way, where that was asked for. */
  { data: Datum; shown: Shown; counts?: Counts } | { failure: Failure };

export type Request = { id: number; run: string[] } | { id: number; call: string; args: Datum[]; counted?: boolean };

export type Reply = { id: number } & ({ cell: number; result: CellResult } | { done: true } | { returned: Returned });
