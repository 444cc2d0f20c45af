/**
 * Describes a value for the reader. The value is a stranger's: getters may throw, proxies may lie, structures may be
 * endless or cyclic, prototypes may be patched. Whatever happens, a description of bounded size comes back.
 */
import { limits, type Datum, type Shown } from './protocol.ts';
import {
  cutText,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  join,
  keys,
  match,
  quoted,
  startsWith,
  taken,
  takenGetter,
  text,
} from './taken.ts';

const deepest = 4;

const sizeOfMap = takenGetter<number>(Map.prototype, 'size');
const eachOfMap = taken<Map<unknown, unknown>, [(value: unknown, key: unknown) => void], void>(Map.prototype.forEach);
const sizeOfSet = takenGetter<number>(Set.prototype, 'size');
const eachOfSet = taken<Set<unknown>, [(value: unknown) => void], void>(Set.prototype.forEach);
const timeOf = taken(Date.prototype.getTime);
const isoOf = taken(Date.prototype.toISOString);
const patternOf = takenGetter<string>(RegExp.prototype, 'source');
const flagsOf = takenGetter<string>(RegExp.prototype, 'flags');
const codeOf = taken(Function.prototype.toString);
const { prototype: plain } = Object;
const { prototype: errors } = Error;
const inChain = taken<object, [object], boolean>(
  Object.prototype.isPrototypeOf as (this: object, of: object) => boolean,
);
const isDataView = takenGetter<number>(DataView.prototype, 'byteLength');

const cut = (long: string, most = limits.characters): string =>
  long.length > most ? `${cutText(long, 0, most)}… (${long.length - most} more)` : long;

/** What a function returns, or nothing where it throws: the way to ask a built-in whether a value is of its kind. */
const tried = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

const isList = (value: unknown): value is ArrayLike<unknown> =>
  isArray(value) || (isView(value) && tried(() => isDataView(value)) === undefined);

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

/** An object's own property, where no code of the object's has to run for it. */
function own(value: object, name: string): unknown {
  const property = getOwnPropertyDescriptor(value, name);
  return property && 'value' in property ? property.value : undefined;
}

/** The name of an object's class, where it has one. */
function classOf(value: object): string {
  const proto = getPrototypeOf(value) as object | null;
  if (proto === null || proto === plain) return '';
  const made = own(proto, 'constructor');
  const name = typeof made === 'function' ? own(made, 'name') : undefined;
  return typeof name === 'string' ? cut(name, limits.name) : '';
}

/** A value as code would write it, as far as it goes. */
class Inspection {
  /** Parts that may still be written: a value of few parts on every level has very many of them. */
  #left = 1_000;

  of(value: unknown, depth: number, within: unknown[]): string {
    if (--this.#left < 0) return '…';
    switch (typeof value) {
      case 'string':
        return cut(quoted(value), 200);
      case 'number':
        return value === 0 && 1 / value < 0 ? '-0' : text(value);
      case 'bigint':
        return `${cut(text(value), 200)}n`;
      case 'function': {
        const name = own(value, 'name');
        const called = typeof name === 'string' && name !== '' ? cut(name, limits.name) : '(no name)';
        return `${startsWith(codeOf(value), 'class') ? 'class' : 'function'} ${called}`;
      }
      case 'object':
        return value === null ? 'null' : this.#object(value, depth, within);
      default:
        return text(value);
    }
  }

  #object(value: object, depth: number, within: unknown[]): string {
    for (let i = 0; i < within.length; i++) if (within[i] === value) return '(itself again)';
    const said = this.#said(value);
    if (said !== undefined) return said;
    if (depth === 0) return isList(value) ? '[…]' : '{…}';
    const inside = [value];
    for (let i = 0; i < within.length; i++) inside[i + 1] = within[i] as object;
    const part = (one: unknown) => this.of(one, depth - 1, inside);
    if (isList(value)) return this.#between('[', ']', value.length, (i) => part(value[i]));
    const size = tried(() => sizeOfMap(value)) ?? tried(() => sizeOfSet(value));
    if (size !== undefined) return `${classOf(value)}(${size}) ${this.#collection(value, size, part)}`;
    const names = keys(value);
    const name = classOf(value);
    const fields = this.#between('{ ', ' }', names.length, (i) => {
      const property = getOwnPropertyDescriptor(value, names[i]!);
      const called = match(/^[\w$]+$/, names[i]!) ? names[i]! : cut(quoted(names[i]!), 200);
      return `${called}: ${property && 'value' in property ? part(property.value) : '(computed)'}`;
    });
    return name === '' ? fields : `${name} ${fields}`;
  }

  /** Objects that are said in a word. */
  #said(value: object): string | undefined {
    const time = tried(() => timeOf(value as Date));
    if (time !== undefined) return time === time ? isoOf(value as Date) : 'Invalid Date';
    if (inChain(errors, value)) {
      const name = own(value, 'name') ?? classOf(value);
      const message = own(value, 'message');
      return cut(
        typeof message === 'string' && message !== '' ? `${text(name)}: ${message}` : text(name),
        limits.message,
      );
    }
    const pattern = getPrototypeOf(value) === plain ? undefined : tried(() => patternOf(value));
    return pattern === undefined ? undefined : cut(`/${pattern}/${tried(() => flagsOf(value)) ?? ''}`, 200);
  }

  #collection(value: object, size: number, part: (one: unknown) => string): string {
    const parts: string[] = [];
    const isMap = tried(() => sizeOfMap(value)) !== undefined;
    const add = (one: unknown, key: unknown) => {
      if (parts.length < limits.entries) parts[parts.length] = isMap ? `${part(key)} => ${part(one)}` : part(one);
    };
    if (isMap) eachOfMap(value as Map<unknown, unknown>, add);
    else eachOfSet(value as Set<unknown>, (one) => add(one, undefined));
    return this.#between('{ ', ' }', size, (i) => parts[i]!);
  }

  #between(open: string, close: string, count: number, part: (i: number) => string): string {
    if (count === 0) return cutText(open, 0, 1) + cutText(close, -1);
    const parts: string[] = [];
    let i = 0;
    for (; i < count && i < limits.entries && this.#left > 0; i++) parts[i] = part(i);
    if (i < count) parts[i] = `… ${count - i} more`;
    return `${open}${join(parts, ', ')}${close}`;
  }
}

/** Describes a value; never throws. */
export function show(value: unknown): Shown {
  try {
    if (value === undefined) return { kind: 'nothing' };
    if (typeof value === 'number') return { kind: 'number', value };
    if (typeof value === 'string') return { kind: 'text', text: cut(value) };
    const vector = numbersOf(value, limits.entries);
    if (vector) return { kind: 'vector', values: vector.values, left: vector.left };
    if (isList(value) && value.length > 0) {
      const rows: number[][] = [];
      for (let i = 0; i < value.length && i < limits.rows; i++) {
        const row = numbersOf(value[i], limits.rows);
        if (!row || row.left > 0) break;
        rows[i] = row.values;
      }
      if (rows.length === value.length || rows.length === limits.rows)
        return { kind: 'matrix', rows, left: value.length - rows.length };
    }
    const figure = typeof value === 'object' && value !== null ? own(value, 'figure') : undefined;
    if (figure !== undefined) {
      const data = dataOf(figure);
      if (data !== undefined) return { kind: 'figure', figure: data };
    }
    return { kind: 'text', text: cut(new Inspection().of(value, deepest, [])) };
  } catch {
    return { kind: 'text', text: '(a value that cannot be looked at)' };
  }
}

/** A copy of a value as plain data; `undefined` for what is not plain data or too large. Never throws. */
export function dataOf(value: unknown): Datum | undefined {
  let numbers = limits.numbers;
  let parts = limits.parts;
  let characters = limits.data;
  const copy = (part: unknown, depth: number): Datum => {
    if (typeof part === 'number') {
      if (--numbers < 0) throw undefined;
      return part;
    }
    if (--parts < 0 || depth > limits.depth) throw undefined;
    if (typeof part === 'string') {
      if ((characters -= part.length) < 0) throw undefined;
      return part;
    }
    if (part === null || typeof part === 'boolean') return part;
    if (isList(part)) {
      const copied: Datum[] = [];
      for (let i = 0; i < part.length; i++) copied[i] = copy(part[i], depth + 1);
      return copied;
    }
    if (typeof part !== 'object') throw undefined;
    const copied: { [name: string]: Datum } = {};
    const names = keys(part);
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      const property = getOwnPropertyDescriptor(part, name);
      if (!property || !('value' in property) || name === '__proto__') throw undefined;
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
