import type { Datum } from './protocol.ts';

/** A value as one would write it in code. */
export function written(value: Datum | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return JSON.stringify(value);
}
