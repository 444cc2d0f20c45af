/** In what way a result is wrong: kinds of fault, from the gravest to the slightest. */
import type { Slack } from './forms.ts';
import type { Datum, Returned } from './protocol.ts';

/** The kinds of fault, the gravest first. */
export const kinds = [
  /** The function threw, or is not there. */
  'threw',
  /** It returned nothing, or what is no data. */
  'nothing',
  /** NaN or an infinity where there is a number. */
  'not finite',
  /** Another kind of thing, or another number of entries. */
  'shape',
  /** All of it with the other sign. */
  'sign',
  /** The right entries in another order. */
  'order',
  /** 0 where there is something, or something where there is 0. */
  'zero',
  /** A number that has little to do with the right one. */
  'number',
  /** The right number, but for its last digits. */
  'digits',
] as const;

export type FaultKind = (typeof kinds)[number];

export interface Fault {
  kind: FaultKind;
  /** How far off the worst entry is, relative to the right one. */
  off: number;
}

const isList = Array.isArray as (value: unknown) => value is Datum[];

/** From how far off on a number has little to do with the right one. */
const digitsOff = 1e-4;

/** What is so small that 0 may stand for it, wrongly. */
const small = 1e-3;

/** How far a number is off, relative to the right one; Infinity where one of them is no number. */
function offOf(got: number, expected: number): number {
  if (got === expected || (Number.isNaN(got) && Number.isNaN(expected))) return 0;
  if (!Number.isFinite(got) || !Number.isFinite(expected)) return Infinity;
  return Math.abs(got - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
}

/** The numbers of a datum, in order. */
export const numbersOf = (value: Datum): number[] =>
  typeof value === 'number' ? [value] : isList(value) ? value.flatMap(numbersOf) : [];

/** Whether all numbers of an input are of everyday size. */
export const isEveryday = ({ args }: { args: Datum[] }): boolean => numbersOf(args).every((x) => Math.abs(x) <= 20);

/** How many lists a datum lies in. */
export const depthOf = (value: Datum): number => (Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0);

/** Whether two data have the same shape: lists of the same lengths, and numbers at the same places. */
export function sameShape(got: Datum, expected: Datum): boolean {
  if (isList(expected))
    return isList(got) && got.length === expected.length && expected.every((entry, i) => sameShape(got[i]!, entry));
  return typeof got === typeof expected && (typeof expected === 'number' || got === expected);
}

const near = (got: number, expected: number, { relative, absolute }: Slack): boolean =>
  offOf(got, expected) <= relative || Math.abs(got - expected) <= absolute;

/** Whether two data are equal but for the slack. */
export function agree(got: Datum, expected: Datum, slack: Slack): boolean {
  if (!sameShape(got, expected)) return false;
  const [a, b] = [numbersOf(got), numbersOf(expected)];
  return b.every((x, i) => near(a[i]!, x, slack));
}

/** How far off a result is, relative to the right one, where the shape is right. */
export function relativeError(got: Datum, expected: Datum): number {
  const [a, b] = [numbersOf(got), numbersOf(expected)];
  return b.reduce((worst, x, i) => Math.max(worst, offOf(a[i]!, x)), 0);
}

/** In what way a result is wrong; nothing where it is right but for the slack. */
export function faultOf(returned: Returned, expected: Datum, slack: Slack): Fault | undefined {
  if ('failure' in returned) return { kind: returned.failure.name === 'Returned' ? 'nothing' : 'threw', off: Infinity };
  const got = returned.data;
  const [a, b] = [numbersOf(got), numbersOf(expected)];
  // A list that is too short may still hold NaN, which says more.
  if (a.some((x) => Number.isNaN(x)) && !b.some((x) => Number.isNaN(x))) return { kind: 'not finite', off: Infinity };
  if (!sameShape(got, expected)) return { kind: 'shape', off: Infinity };
  const wrong = b.map((x, i) => !near(a[i]!, x, slack));
  if (!wrong.includes(true)) return undefined;
  const off = relativeError(got, expected);
  const any = (is: (got: number, expected: number) => boolean) => b.some((x, i) => wrong[i] && is(a[i]!, x));
  if (any((x, y) => !Number.isFinite(x) && Number.isFinite(y))) return { kind: 'not finite', off };
  if (any((x, y) => Number.isFinite(x) !== Number.isFinite(y))) return { kind: 'number', off };
  if (b.every((x, i) => near(a[i]!, -x, slack))) return { kind: 'sign', off };
  const sorted = (values: number[]) => values.toSorted((x, y) => x - y);
  const [ordered, right] = [sorted(a), sorted(b)];
  if (b.length > 1 && right.every((x, i) => near(ordered[i]!, x, slack))) return { kind: 'order', off };
  if (any((x, y) => (x === 0) !== (y === 0) && Math.abs(x - y) < small)) return { kind: 'zero', off };
  return { kind: off > digitsOff ? 'number' : 'digits', off };
}

/** Whether only digits are lost, or what is nearly 0. */
export const isSlight = ({ kind }: Fault): boolean => kind === 'digits' || kind === 'zero';

/** Whether one fault is graver than another: the smaller number is the graver kind. */
export const gravity = (fault: Fault): number => kinds.indexOf(fault.kind);
