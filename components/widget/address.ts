/**
 * The one grammar of addresses: `#anchor&softmax.z=2,1,0.1&softmax.T=2`. A part without `=` is an anchor of the page;
 * every other part sets a parameter of the Live with that id. Pure.
 */
import { Unreadable } from './numbers.ts';

export interface Address {
  anchor: string;
  /** For each Live by id, its parameters as printed and still encoded. */
  states: Map<string, [string, string][]>;
}

/** Encodes a printed value for the address: only what would break its grammar or a link. */
export const encodeValue = (printed: string): string =>
  encodeURIComponent(printed).replace(/%(?:2C|3A|40|2F|24|3B)/g, decodeURIComponent);

/**
 * Decodes a value of the address.
 * @throws Unreadable where its escapes are broken
 */
export function decodeValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Unreadable('its escapes are broken.');
  }
}

/** Splits `z=2,1&T=2` into names and values, still encoded. */
export function parseParams(text: string): [string, string][] {
  return text
    .split('&')
    .filter((part) => part.includes('='))
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
}

/** A fragment as it was before a messenger encoded its `&` and `=`, or wrote it as HTML does. */
const unwrapped = (fragment: string): string =>
  (fragment.includes('=') ? fragment : fragment.replace(/%(?:2[356]|3[BD])/gi, decodeURIComponent)).replaceAll(
    '&amp;',
    '&',
  );

/** Reads a fragment, with or without its `#`, also as a messenger may have encoded it. */
export function parseAddress(fragment: string): Address {
  const parts = unwrapped(fragment.replace(/^#/, '')).split('&');
  const states: Address['states'] = new Map();
  for (const [name, value] of parseParams(parts.join('&'))) {
    const dot = name.lastIndexOf('.');
    if (dot < 1) continue;
    const id = name.slice(0, dot);
    if (!states.has(id)) states.set(id, []);
    states.get(id)!.push([name.slice(dot + 1), value]);
  }
  return { anchor: parts.find((part) => part !== '' && !part.includes('=')) ?? '', states };
}

/** Prints a fragment, without its `#`; empty for no anchor and no state. */
export function printAddress({ anchor, states }: Address): string {
  const printed = [...states].flatMap(([id, params]) => params.map(([name, value]) => `${id}.${name}=${value}`));
  return [...(anchor ? [anchor] : []), ...printed].join('&');
}
