import type { Unreadable } from '../numbers.ts';
import type { Cell } from '../table.ts';
import type { InputPhase } from '../../dom/steady-text.ts';

/** The values of all parameters of a widget, by name. */
export type ParamValues = Record<string, any>;

/** What a control needs to know to show a value. */
export interface Showing {
  /** The document that the control lives in. */
  document: Document;
  /** The parameter's name. */
  name: string;
  /** A prefix for ids that is unique on the page. */
  id: string;
  /** All parameters. */
  params: ParamValues;
  /** Parameters and values together. */
  state: any;
  /** Computed columns of the widget, for kinds that show a table. */
  columns?: Columns<any> | undefined;
  /** What the reader's hand does. */
  phase?: InputPhase;
}

/** A computed column of a table of rows. */
export interface Column<State> {
  head: string;
  cell: (record: any, state: State, index: number) => Cell;
  foot?: (state: State) => Cell;
  /** Left out where the table is narrow, or where it is wide: its numbers must be found elsewhere too. */
  only?: 'wide' | 'narrow';
}

/** What is shown beside the rows of a `rows` parameter. */
export interface Columns<State> {
  /** The value that holds one record a row, in the order of the rows. */
  each: keyof State & string;
  /** Heads of the row's own columns: its label and its number; and what the foot is called. */
  head: { label: string; value: string; foot?: string };
  columns: Column<State>[];
}

/**
 * A kind of parameter: it owns how a value is parsed, printed, clamped and controlled, and says which values it
 * admits. Declared in `components/widget/kinds/`, one file a kind.
 */
export interface Kind<T> {
  readonly kind: string;
  readonly label: string;
  /** The author's value. */
  readonly value: T;
  /** The values that the gallery shows and tests start from. */
  readonly range: { min: T; max: T };
  /** For kinds that offer a few: which, beside these other parameters. */
  offers?(params: ParamValues): T[];
  /**
   * Reads a value from an address.
   * @throws {Unreadable} with a message for the reader
   */
  parse(text: string, params: ParamValues): T;
  /** Prints a value for an address; `parse` reads the same value back. */
  print(value: T): string;
  /** The nearest admitted value: for gestures and actions, and for bounds that depend on other parameters. */
  clamp(value: T, params: ParamValues): T;
  /** Builds the control, once. Its inputs carry `data-input`. */
  build(showing: Showing): HTMLElement;
  /** Shows a value in the control. */
  show(control: Element, value: T, showing: Showing): void;
  /**
   * What a reader's input in one of the control's elements makes of the value.
   * @throws {Unreadable} with a message for the reader
   */
  read(input: HTMLInputElement, value: T, params: ParamValues): T;
  /** For kinds whose value can be dragged: the value that a gesture at `x` asks for, on the control's own steps. */
  snap?(x: number): T;
}

const shown = new WeakMap<Element, unknown>();

/**
 * Whether a control that shows nothing but its value can be left as it is: a hand moves elsewhere, and the value is the
 * one that it shows.
 */
export function isLeftAlone(control: Element, value: unknown, phase: InputPhase): boolean {
  const same = phase === 'moves' && Object.is(shown.get(control), value);
  shown.set(control, value);
  const active = control.ownerDocument.activeElement;
  return same && !(active && control.contains(active));
}

/** The types of the values of a record of kinds. */
export type ValuesOf<P extends Record<string, Kind<any>>> = { [K in keyof P]: P[K] extends Kind<infer T> ? T : never };

export type { Unreadable };
