/** What a file of content/slips says. */
import type { TraceName } from '../math/index.ts';
import type { Parts, ReferenceName } from './forms.ts';
import type { Datum } from './protocol.ts';

/** A small fault of code that is known by what it returns. */
export interface Slip {
  /** What the code does, in one or two plain sentences. `code` stands in backticks. */
  says: string;
  /** What to look at. */
  hint: string;
  /** Both again, where Python has another word for it than its names of functions. */
  python?: { says?: string; hint?: string };
  /** What stands in the place of the right parts; several where the same slip has several forms. */
  parts: Partial<Parts> | Partial<Parts>[];
  /** The functions in which it occurs; every one that has the parts, unless said. */
  in?: ReferenceName[];
  /** Whether it is right by itself, and matters only beside another slip. */
  besides?: boolean;
  /** Whether it is looked for by itself only: beside another slip it would explain too much. */
  alone?: boolean;
  /** The inputs that show it best, by function: tried before the smallest that goes wrong. */
  shown?: Partial<Record<ReferenceName, Datum[]>>;
  /** The wrong idea behind it, where its text would help whoever wrote this code. */
  misconception?: string;
  /** The trace that takes this form apart step by step, by function. */
  trace?: Partial<Record<ReferenceName, TraceName>>;
}

/** The small numbers that code puts where a 0 would hurt: added to a probability, or the least that it may be. */
export const guards: readonly number[] = [
  ...Array.from({ length: 14 }, (_, i) => Number(`1e-${i + 3}`)),
  Number.EPSILON,
  ...[1e-20, 1e-30, 1e-32, 1e-38, 1e-45, 1e-50, 1e-100, 1e-200, 1e-300, 1e-308, Number.MIN_VALUE],
];
