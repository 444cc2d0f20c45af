import type { Datum } from './protocol.ts';

/** A list of more entries is cut. */
const longest = 24;

/** A value as one would write it in code. */
export function written(value: Datum | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) {
    const cut = value.length > longest;
    const entries = (cut ? value.slice(0, 8) : value).map(written);
    return `[${[...entries, ...(cut ? [`… ${value.length - 8} more`] : [])].join(', ')}]`;
  }
  return JSON.stringify(value);
}
