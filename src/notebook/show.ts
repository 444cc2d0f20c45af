/**
 * Describes a value for the reader. The value is a stranger's: getters may throw, proxies may lie, structures may be
 * endless or cyclic, prototypes may be patched. Whatever happens, a description of bounded size comes back.
 */
import type { Datum, Shown } from './protocol.ts';

const mostEntries = 100;
const mostCharacters = 4_000;
const deepest = 4;

// Taken before a reader's code runs, so that patching them changes nothing here.
const { isArray } = Array;
const { keys, getPrototypeOf, getOwnPropertyDescriptor } = Object;
const { isView } = ArrayBuffer;
const stringify = JSON.stringify;
const string = String;

const cut = (text: string, most = mostCharacters): string =>
  text.length > most ? `${text.slice(0, most)}… (${text.length - most} more)` : text;

const isList = (value: unknown): value is ArrayLike<unknown> =>
  isArray(value) ||
  (isView(value) &&
    !(value instanceof DataView) &&
    typeof (value as unknown as { length: unknown }).length === 'number');

/** The first entries of a list if all of them are numbers. */
function numbersOf(value: unknown, most: number): { values: number[]; left: number } | undefined {
  if (!isList(value)) return undefined;
  const length = value.length;
  const values: number[] = [];
  for (let i = 0; i < length && i < most; i++) {
    const entry = value[i];
    if (typeof entry !== 'number') return undefined;
    values[i] = entry;
  }
  return { values, left: length - values.length };
}

/** A value as code would write it, as far as it goes. */
function inspect(value: unknown, depth: number, seen: unknown[]): string {
  switch (typeof value) {
    case 'string':
      return cut(stringify(value), 200);
    case 'number':
      return value === 0 && 1 / value < 0 ? '-0' : string(value);
    case 'bigint':
      return `${cut(string(value), 200)}n`;
    case 'symbol':
      return string(value);
    case 'function': {
      const name = getOwnPropertyDescriptor(value, 'name')?.value as unknown;
      return `function ${typeof name === 'string' && name !== '' ? cut(name, 60) : '(no name)'}`;
    }
    case 'object':
      break;
    default:
      return string(value);
  }
  if (value === null) return 'null';
  for (let i = 0; i < seen.length; i++) if (seen[i] === value) return '(itself again)';
  if (depth === 0) return isList(value) ? '[…]' : '{…}';
  const within = [...seen, value];
  const parts: string[] = [];
  if (isList(value)) {
    for (let i = 0; i < value.length && i < mostEntries; i++) parts[i] = inspect(value[i], depth - 1, within);
    if (value.length > mostEntries) parts[mostEntries] = `… ${value.length - mostEntries} more`;
    return `[${parts.join(', ')}]`;
  }
  const names = keys(value);
  for (let i = 0; i < names.length && i < mostEntries; i++) {
    const property = getOwnPropertyDescriptor(value, names[i]!);
    parts[i] =
      `${names[i]}: ${property && 'value' in property ? inspect(property.value, depth - 1, within) : '(computed)'}`;
  }
  if (names.length > mostEntries) parts[mostEntries] = `… ${names.length - mostEntries} more`;
  const proto = getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const kind =
    proto === null || proto === Object.prototype
      ? ''
      : getOwnPropertyDescriptor(proto.constructor ?? {}, 'name')?.value;
  const named = typeof kind === 'string' && kind !== '' ? `${cut(kind, 60)} ` : '';
  return `${named}{ ${parts.join(', ')} }`;
}

/** Describes a value; never throws. */
export function show(value: unknown): Shown {
  try {
    if (value === undefined) return { kind: 'nothing' };
    if (typeof value === 'number') return { kind: 'number', value };
    if (typeof value === 'string') return { kind: 'text', text: cut(value) };
    const vector = numbersOf(value, mostEntries);
    if (vector) return { kind: 'vector', ...vector };
    if (isList(value) && value.length > 0) {
      const rows: number[][] = [];
      for (let i = 0; i < value.length && i < 20; i++) {
        const row = numbersOf(value[i], 20);
        if (!row || row.left > 0) break;
        rows[i] = row.values;
      }
      if (rows.length === Math.min(value.length, 20)) return { kind: 'matrix', rows, left: value.length - rows.length };
    }
    const figure = typeof value === 'object' && value !== null ? getOwnPropertyDescriptor(value, 'figure') : undefined;
    if (figure && 'value' in figure) {
      const data = dataOf((figure as { value: unknown }).value);
      if (data !== undefined) return { kind: 'figure', figure: data };
    }
    return { kind: 'text', text: cut(inspect(value, deepest, [])) };
  } catch {
    return { kind: 'text', text: '(a value that cannot be looked at)' };
  }
}

/** A copy of a value as plain data; `undefined` for what is not plain data or too large. Never throws. */
export function dataOf(value: unknown): Datum | undefined {
  let left = 20_000;
  const copy = (part: unknown, depth: number): Datum => {
    if (--left < 0 || depth > 6) throw new Error('too large');
    if (part === null || typeof part === 'number' || typeof part === 'string' || typeof part === 'boolean') return part;
    if (isList(part)) {
      const copied: Datum[] = [];
      for (let i = 0; i < part.length; i++) copied[i] = copy(part[i], depth + 1);
      return copied;
    }
    if (typeof part !== 'object') throw new Error('not data');
    const copied: { [name: string]: Datum } = {};
    for (const name of keys(part!)) {
      const property = getOwnPropertyDescriptor(part!, name);
      if (!property || !('value' in property) || name === '__proto__') throw new Error('not data');
      if (property.value !== undefined) copied[name] = copy(property.value, depth + 1);
    }
    return copied;
  };
  try {
    return copy(value, 0);
  } catch {
    return undefined;
  }
}
