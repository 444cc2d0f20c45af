/**
 * What the page and the sandbox say to each other. Every value that crosses is plain data, and the page believes none
 * of it: `answersTo` checks the shape, the order and the number of replies. Pure.
 */

import type { Counts } from './count.ts';
import { languages, type Language } from '../languages.ts';

/** The name under which a scope hands out modules to what `compile` made. */
export const importName = '__import';

/**
 * How a cell begins that awaits: a function that hands out its scope at once, because what it declares is its own.
 * What it declares later is seen all the same.
 */
export const awaiting = '(async () => { __hand((__code) => eval(__code)); ';

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
  /** The language that the code is in, where it is another one than was expected. */
  language?: Language;
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

/** Cells to run, with the names that they may import (all, unless said); or a function of theirs to call, and to count. */
export type Request =
  | { id: number; run: string[]; offers?: readonly string[] }
  | { id: number; call: string; args: Datum[]; counted?: boolean };

export type Reply = { id: number } & ({ cell: number; result: CellResult } | { done: true } | { returned: Returned });

/** How much of a value crosses. */
export const limits = {
  /** Lines that a cell prints, and values in one of them. */
  logs: 100,
  inLog: 20,
  /** Entries of a list, and rows and columns of a matrix, that are shown. */
  entries: 100,
  rows: 20,
  /** Characters of a text, and of an error's name and message. */
  characters: 4_000,
  name: 60,
  message: 1_000,
  /** Numbers that a function may return, other parts of what it returns, how deep they go, and characters in all. */
  numbers: 1_000_000,
  parts: 20_000,
  depth: 6,
  data: 200_000,
};

/** What is added to a text or a message to say that it was cut, or when it was thrown. */
const more = 100;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most + more;
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isList = (value: unknown, most: number, entry: (entry: unknown) => boolean): boolean => {
  if (!Array.isArray(value) || value.length > most) return false;
  // No hole in a list passes for an entry, as it would with `every`.
  for (let i = 0; i < value.length; i++) if (!entry(value[i])) return false;
  return true;
};
const isNumber = (value: unknown): boolean => typeof value === 'number';

/** Whether a value is plain data within the limits. */
function isDatum(value: unknown): boolean {
  let numbers = limits.numbers;
  let parts = limits.parts;
  let characters = limits.data;
  const check = (part: unknown, depth: number): boolean => {
    if (typeof part === 'number') return --numbers >= 0;
    if (--parts < 0 || depth > limits.depth) return false;
    if (typeof part === 'string') return (characters -= part.length) >= 0;
    if (part === null || typeof part === 'boolean') return true;
    if (Array.isArray(part)) return isList(part, limits.numbers, (entry) => check(entry, depth + 1));
    return isRecord(part) && Object.values(part).every((entry) => check(entry, depth + 1));
  };
  return check(value, 0);
}

function isShown(value: unknown): boolean {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'nothing':
      return true;
    case 'number':
      return isNumber(value.value);
    case 'vector':
      return isList(value.values, limits.entries, isNumber) && isCount(value.left);
    case 'matrix':
      return isList(value.rows, limits.rows, (row) => isList(row, limits.rows, isNumber)) && isCount(value.left);
    case 'text':
      return isText(value.text, limits.characters);
    case 'figure':
      return isDatum(value.figure);
    default:
      return false;
  }
}

const isFailure = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.name, limits.name) &&
  isText(value.message, limits.message) &&
  [value.cell, value.line, value.column].every((count) => count === undefined || isCount(count)) &&
  (value.language === undefined || languages.includes(value.language as Language));

const isResult = (value: unknown): boolean =>
  isRecord(value) &&
  isList(value.logs, limits.logs, (log) => isList(log, limits.inLog, isShown)) &&
  isCount(value.unkept) &&
  isShown(value.value) &&
  (value.failure === undefined || isFailure(value.failure));

const isCounts = (value: unknown): boolean =>
  isRecord(value) &&
  [value.passes, value.exponentials, value.powers].every(isCount) &&
  typeof value.changed === 'boolean' &&
  (value.outside === undefined || Number.isInteger(value.outside));

const isReturned = (value: unknown): boolean =>
  isRecord(value) &&
  ('failure' in value
    ? isFailure(value.failure)
    : isDatum(value.data) && isShown(value.shown) && (value.counts === undefined || isCounts(value.counts)));

/**
 * Follows the replies to a request: each is handed in as it comes, and is returned where it is right and due. What has
 * another shape, comes out of turn or once too often is `undefined`: then whoever sent it is not to be trusted.
 */
export function answersTo(request: Request): (reply: unknown) => Reply | undefined {
  /** How many cells have a result, and whether none may come any more. */
  let cells = 0;
  let over = false;
  const isDue = (reply: Record<string, unknown>): boolean => {
    if (reply.id !== request.id || over) return false;
    if ('call' in request) {
      over = true;
      return isReturned(reply.returned);
    }
    if ('done' in reply) {
      over = true;
      return cells === request.run.length || cells < 0;
    }
    if (cells < 0 || cells >= request.run.length || reply.cell !== cells || !isResult(reply.result)) return false;
    cells = (reply.result as CellResult).failure ? -1 : cells + 1;
    return true;
  };
  return (reply) => (isRecord(reply) && isDue(reply) ? (reply as unknown as Reply) : undefined);
}
