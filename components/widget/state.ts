/**
 * What a widget's declaration comes to: its parameters as an author, an address and a gesture leave them, its state, and
 * the names that others may refer to. Pure.
 */
import { text } from 'logits';
import { expectedOneOf } from '../../src/names.ts';
import { decodeValue, encodeValue, parseParams } from './address.ts';
import type { AnyWidget, Params } from './contract.ts';
import { quote, Unreadable } from './numbers.ts';

/** The order of a widget's drawings and controls; names in an inner list stand side by side. */
export const layoutOf = (w: AnyWidget): (string | string[])[] =>
  w.layout ?? [...Object.keys(w.draw ?? {}), ...Object.keys(w.params as Params)];

/** Every name that a slot may use, with the records that an `\each` may run over. */
export function namesOf(
  w: AnyWidget,
  state: Record<string, unknown>,
): { slots: string[]; lists: string[]; terms: string[] } {
  const names = Object.keys(state);
  const lists = names.filter((name) => Array.isArray(state[name]) && typeof (state[name] as unknown[])[0] === 'object');
  const records = lists.flatMap((name) => Object.keys((state[name] as object[])[0] ?? {}));
  const slots = [
    ...new Set([...names.filter((name) => ['number', 'string'].includes(typeof state[name])), ...records]),
  ];
  return { slots, lists, terms: [...new Set([...names, ...records, ...(w.terms ?? [])])] };
}

/**
 * The parameters an author starts from: the widget's own, with some replaced, in the grammar of the address
 * (`z=2,1,0.1&T=2`).
 * @throws RangeError for a name that the widget does not have, or a value that its kind does not admit
 */
export function startOf(w: AnyWidget, given = ''): Record<string, any> {
  const { params, problems } = readParams(w, parseParams(given), authorOf(w));
  if (problems.length > 0) throw new RangeError(`${w.title}: ${problems.join(' ')}`);
  return params;
}

/** The widget's own parameters. */
export function authorOf(w: AnyWidget): Record<string, any> {
  return settle(w, Object.fromEntries(Object.entries(w.params as Params).map(([name, kind]) => [name, kind.value])));
}

/**
 * Reads printed parameters over those that stand. What can't be read leaves its parameter as it stands, with a
 * sentence for the reader that says what was wrong.
 */
export function readParams(
  w: AnyWidget,
  printed: Iterable<readonly [string, string]>,
  standing: Record<string, any>,
): { params: Record<string, any>; problems: string[] } {
  const params = { ...standing };
  const problems: string[] = [];
  for (const [name, text] of printed) {
    const kind = Object.hasOwn(w.params, name) ? (w.params as Params)[name]! : undefined;
    try {
      if (!kind) throw new Unreadable(`no such parameter; ${expectedOneOf(name, Object.keys(w.params))}.`);
      params[name] = kind.parse(decodeValue(text), params);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push(`${quote(name)}: ${error.message}`);
    }
  }
  return { params: settle(w, params), problems };
}

/** What differs between parameters and those they are compared with, printed. */
export function printParams(
  w: AnyWidget,
  params: Record<string, any>,
  author: Record<string, any>,
): [string, string][] {
  return Object.entries(w.params as Params)
    .map(([name, kind]) => [name, kind.print(params[name]), kind.print(author[name])] as const)
    .filter(([, now, before]) => now !== before)
    .map(([name, now]) => [name, encodeValue(now)]);
}

/** Parameters with bounds that depend on each other brought within them, and what the widget asks of them brought about. */
export function settle(w: AnyWidget, params: Record<string, any>): Record<string, any> {
  const settled = { ...params };
  for (const [name, kind] of Object.entries(w.params as Params)) settled[name] = kind.clamp(settled[name], settled);
  return w.settle ? w.settle(settled) : settled;
}

/** Parameters and values together. */
export const stateOf = (w: AnyWidget, params: Record<string, any>): Record<string, any> => ({
  ...params,
  ...w.values(params),
});

/** How a slot's value is written. */
export function slotText(w: AnyWidget, name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  return (w.write?.[name] ?? text)(value as number);
}
