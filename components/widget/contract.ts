/**
 * The contract of a widget: a declaration of parameters, values, drawings and a sentence, with no state of its own.
 *
 * State is exactly the parameters; everything else is computed from them, so any way to the same parameters shows the
 * same picture. `render()` (render.ts) is the only writer of a widget's DOM, at build and in the browser alike.
 */
import type { Columns, Kind, ValuesOf } from './kinds/kind.ts';
import type { Sentence } from './sentence.ts';
import type { Mark } from '../draw/marks.ts';
import type { StillOptions } from '../draw/plot.ts';
import type { Table, Tone } from './table.ts';

export type { Column, Columns, Kind, ValuesOf } from './kinds/kind.ts';
export { mention, say, type Piece, type Sentence } from './sentence.ts';
export type { Cell, Table, Tone } from './table.ts';
export { number } from './kinds/number.ts';
export { choice } from './kinds/choice.ts';
export { flag } from './kinds/flag.ts';
export { textInput } from './kinds/text-input.ts';
export { step } from './kinds/step.ts';
export { bits, bitsOfValue, float, valueOfBits } from './kinds/float.ts';
export { moved, rows, rowsOf, termOf, tied, valuesOf, winnersOf, withValue, without, type Row } from './kinds/rows.ts';

export type Params = Record<string, Kind<any>>;
export type Values = Record<string, unknown>;

/** The room a drawing has: hand it on to Plot. */
export interface Stage {
  document: Document;
  width: number;
  height: number;
  /** Whether this is the drawing for a narrow screen: fewer ticks, shorter labels. */
  narrow: boolean;
}

/** A point on a drawing, in the units of its scales. */
export interface Point {
  x: number;
  y: number;
}

/**
 * What dragging on a drawing does. The short form names the parameters that follow the pointer's x and y; the long
 * form is an action, given the parameters and values as they were when the pointer was put down, where the pointer is
 * now, and where it was put down: so it can move something by what the pointer has moved, or tell what was taken.
 */
export type Drag<P extends Params, V> =
  | { x?: keyof P & string; y?: keyof P & string }
  | ((params: ValuesOf<P>, values: V, at: Point, from: Point) => ValuesOf<P>);

/** A drawing in two layers on the same scales: Observable Plot draws what stays, marks.ts what moves. */
export interface PlotDrawing<P extends Params, V> {
  /** What the drawing shows: its accessible name. */
  title: string;
  /** Width and height in CSS pixels for a narrow and a wide place; letters keep their size in both. */
  size?: { narrow: [number, number]; wide: [number, number] };
  /** The layer that stays: axes, grids, reference curves, and everything that owns a scale. */
  still: (state: ValuesOf<P> & V, stage: Stage) => StillOptions;
  /** The parameters and values that the still layer uses; it is drawn again only when one of them changes. */
  uses?: (keyof (P & V) & string)[];
  /** What moves, drawn over the still layer on its scales. */
  moving?: (state: ValuesOf<P> & V, stage: Stage) => Mark[];
  drag?: Drag<P, V>;
  /** The parameters that a drag in the long form moves: their controls stand back beside the drawing. */
  moves?: (keyof P & string)[];
}

/** A drawing that is a table. */
export interface TableDrawing<P extends Params, V> {
  title: string;
  table: (state: ValuesOf<P> & V) => Table;
}

export type Drawing<P extends Params, V> = PlotDrawing<P, V> | TableDrawing<P, V>;

/** Something a button or a key does to the parameters; pure. */
export interface Action<P extends Params, V> {
  label: string;
  do: (params: ValuesOf<P>, values: V) => ValuesOf<P>;
  /** When it can be done; always, unless said. */
  when?: (state: ValuesOf<P> & V) => boolean;
  /** For what goes on by itself, until it is pressed again: whether it is done once more, after so many milliseconds. */
  plays?: { every: number; on: (state: ValuesOf<P> & V) => boolean };
}

/** The names of what stands in the records of a widget's lists: of `{ lanes: { label: string; e: number }[] }`, label and e. */
type NamesInLists<V> = {
  [K in keyof V]: V[K] extends readonly (infer Entry)[] ? (Entry extends object ? keyof Entry : never) : never;
}[keyof V];

/** Every name that a widget's values go by: parameters, values, and what stands in lists. */
type NameIn<P, V> = (keyof P | keyof V | NamesInLists<V>) & string;

/** A part of a widget's figure: a drawing or the control of a parameter. */
type Part<P, D> = D | (keyof P & string);

export interface Widget<P extends Params = Params, V extends Values = Values, D extends string = string> {
  title: string;
  /** One line on what a reader can find out with it. */
  about: string;
  params: P;
  /**
   * What must hold between parameters beyond the bounds of each, brought about after every gesture; pure, and without
   * effect on parameters where it already holds.
   */
  settle?: (params: ValuesOf<P>) => ValuesOf<P>;
  /** Everything that is computed from the parameters: what slots, drawings and sentences show. */
  values: (params: ValuesOf<P>) => V;
  /** How a number is written where a slot shows it, by name; a record's entries go by their own names. `text` unless said. */
  write?: NoInfer<Partial<Record<NameIn<P, V>, (x: number) => string>>>;
  /** What color a value has where prose and formulas show it: that of the function which gives it. */
  tones?: NoInfer<Partial<Record<NameIn<P, V>, Tone>>>;
  /** What a reader calls a value, where its own name would not say it: `{ q: '1 − σ(z)' }`. */
  names?: NoInfer<Partial<Record<NameIn<P, V>, string>>>;
  /** Names that formulas and drawings use as terms beyond parameters and values. */
  terms?: string[];
  /** Computed columns beside the rows of a `rows` parameter, by the parameter's name. */
  columns?: { [K in keyof P]?: Columns<ValuesOf<P> & V> };
  draw?: Record<D, Drawing<P, V>>;
  actions?: Record<string, Action<P, V>>;
  /** The order of drawings and controls; names in an inner list stand side by side. All drawings, then all controls, unless said. */
  layout?: NoInfer<(Part<P, D> | Part<P, D>[])[]>;
  /** What the drawings show, in words. */
  say: (state: ValuesOf<P> & V) => Sentence;
}

/** A widget of whatever parameters and values: what `render` and the pages handle. */
export type AnyWidget = Widget<any, any, any>;

/** Declares a widget. */
export function widget<const P extends Params, V extends Values, const D extends string = never>(
  declaration: Widget<P, V, D>,
): Widget<P, V, D> {
  return declaration;
}

/** Options that make a Plot mark belong to a term, so that it lights up with it. */
export const term = (name: string): { className: string } => ({ className: `term-${name}` });
