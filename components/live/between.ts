/** Parameters on the way from some to others, for a figure that moves by itself. Pure. */
type ParamValues = Record<string, any>;

const isRows = (value: unknown): value is { label: string; value: number }[] =>
  Array.isArray(value) && value.every((row) => typeof row?.label === 'string' && typeof row.value === 'number');

function mix(from: unknown, to: unknown, share: number): unknown {
  if (typeof from === 'number' && typeof to === 'number')
    return Number.isFinite(to - from) ? from + share * (to - from) : to;
  if (!isRows(from) || !isRows(to) || from.length !== to.length) return to;
  return to.map((row, i) => ({ ...row, value: mix(from[i]!.value, row.value, share) }));
}

/**
 * What lies between two records of parameters: numbers, and rows of as many, go from one to the other; all else is at
 * once what it will be.
 *
 * @param share how much of the way is done, from 0 to 1
 */
export const between = (from: ParamValues, to: ParamValues, share: number): ParamValues =>
  share >= 1 ? to : Object.fromEntries(Object.keys(to).map((name) => [name, mix(from[name], to[name], share)]));
