/**
 * Observable Plot's marks, described: a page needs the library, which is larger than all of its own code, only when a
 * layer that stays has to be drawn anew. Each of them takes what Plot's own takes.
 */
import type { Markish, PlotOptions } from '@observablehq/plot';

/** The part of Observable Plot that draws. */
export type Library = typeof import('./plot-library.ts');

/** A mark, to be made by the library. */
export type StillMark = (library: Library) => Markish;

/** Plot's options, with described marks. */
export type StillOptions = Omit<PlotOptions, 'marks'> & { marks?: (StillMark | StillMark[])[] };

let library: Library | undefined;

/** Fetches the library, once. */
export const loadPlot = async (): Promise<Library> => (library ??= await import('./plot-library.ts'));

/** Whether a layer that stays can be drawn. */
export const hasPlot = (): boolean => library !== undefined;

/**
 * Draws a layer that stays.
 * @throws Error before the library was loaded
 */
export function plot({ marks = [], ...options }: StillOptions): ReturnType<Library['plot']> {
  if (!library)
    throw new Error('Observable Plot: not there; expected loadPlot() to be awaited before anything is drawn');
  const drawn = library;
  return drawn.plot({ ...options, marks: marks.flat().map((mark) => mark(drawn)) });
}

const later =
  <Name extends Exclude<keyof Library, 'plot'>>(name: Name) =>
  (...given: Parameters<Library[Name]>): StillMark =>
  (drawn) =>
    (drawn[name] as (...given: unknown[]) => Markish)(...given);

export const areaY = later('areaY');
export const axisX = later('axisX');
export const dot = later('dot');
export const line = later('line');
export const link = later('link');
export const rect = later('rect');
export const ruleX = later('ruleX');
export const ruleY = later('ruleY');
export const text = later('text');
