/**
 * The scales of a drawing: Plot makes them, and the page carries them, so that what moves can be drawn, and a pointer be
 * read, without Plot.
 */

import { exp, expm1, log, log1p } from 'logits';

/** How values become pixels. */
export interface Scale {
  type: 'linear' | 'log' | 'symlog';
  /** The values at both ends, and where these are, in pixels. */
  domain: [number, number];
  range: [number, number];
  /** Of a symlog scale, how far from 0 it is nearly linear. */
  constant?: number;
}

/** What Plot says of a scale that it has made. */
interface PlotScale {
  type?: string | null | undefined;
  domain?: Iterable<unknown> | undefined;
  range?: Iterable<unknown> | undefined;
  constant?: unknown;
}

const types = new Set<string>(['linear', 'log', 'symlog']);

/**
 * A scale as Plot says that it is.
 * @throws RangeError for a type that widgets don't use
 */
export function scaleOf({ type, domain, range, constant }: PlotScale): Scale {
  const [ends, pixels] = [[...(domain ?? [])].map(Number), [...(range ?? [])].map(Number)];
  if (!types.has(`${type}`) || ends.length !== 2 || pixels.length !== 2)
    throw new RangeError(
      `scale: ${type} from ${ends.join(' to ')}; expected a linear, log or symlog one with two ends`,
    );
  return {
    type: type as Scale['type'],
    domain: ends as [number, number],
    range: pixels as [number, number],
    ...(type === 'symlog' && { constant: Number(constant ?? 1) }),
  };
}

/** Values on the line on which a scale is even, and back. */
function evenly({ type, constant = 1 }: Scale): [there: (x: number) => number, back: (x: number) => number] {
  if (type === 'log') return [log, exp];
  if (type === 'symlog')
    return [(x) => Math.sign(x) * log1p(Math.abs(x / constant)), (x) => Math.sign(x) * expm1(Math.abs(x)) * constant];
  return [(x) => x, (x) => x];
}

/** From values to pixels. */
export function toPixels(scale: Scale): (value: number) => number {
  const [there] = evenly(scale);
  const [a, b] = scale.domain.map(there) as [number, number];
  const [from, to] = scale.range;
  return (value) => from + ((there(value) - a) / (b - a)) * (to - from);
}

/** From pixels to values. */
export function toValues(scale: Scale): (pixel: number) => number {
  const [there, back] = evenly(scale);
  const [a, b] = scale.domain.map(there) as [number, number];
  const [from, to] = scale.range;
  return (pixel) => back(a + ((pixel - from) / (to - from)) * (b - a));
}

/** A scale as a page carries it: `symlog -5 5 50 610 1`. */
export const printScale = ({ type, domain, range, constant }: Scale): string =>
  [type, ...domain, ...range, ...(constant === undefined ? [] : [constant])].join(' ');

/** Reads what {@link printScale} wrote; nothing, where there is no scale. */
export function readScale(printed: string | null): Scale | undefined {
  if (!printed) return undefined;
  const [type, ...numbers] = printed.split(' ');
  const [a, b, from, to, constant] = numbers.map(Number) as [number, number, number, number, number | undefined];
  return {
    type: type as Scale['type'],
    domain: [a, b],
    range: [from, to],
    ...(constant !== undefined && { constant }),
  };
}
