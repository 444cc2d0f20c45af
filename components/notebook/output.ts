/** Shows what a cell printed, returned or threw; the same at build and in the page. */
import { fixed } from 'logits';
import type { CellResult, Failure, Shown } from '../../src/notebook/protocol.ts';
import { h } from '../dom/elements.ts';
import { plural } from '../widget/words.ts';

/** A number as an output shows it: whole numbers as they are, others with the course's decimals. */
const digits = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e15 && !Object.is(x, -0) ? String(x).replace('-', '−') : fixed(x);

const list = (values: number[], left: number): string =>
  `[${[...values.map(digits), ...(left > 0 ? [`… ${left} more`] : [])].join(', ')}]`;

/** A value in the words of an output; a figure has none. */
export function shownText(shown: Shown): string {
  switch (shown.kind) {
    case 'number':
      return digits(shown.value);
    case 'vector':
      return list(shown.values, shown.left);
    case 'matrix': {
      const rows = shown.rows.map((row) => row.map(digits));
      const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
      const lines = rows.map((row) => `[${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join(', ')}]`);
      return `[${[...lines, ...(shown.left > 0 ? [`… ${plural(shown.left, 'more row')}`] : [])].join(',\n ')}]`;
    }
    case 'text':
      return shown.text;
    default:
      return '';
  }
}

/** Where an error was thrown, in words; with the number of the cell, where that is another than the one it is shown under. */
function placeInWords({ line, column }: Failure, elsewhere?: string): string {
  const places = [
    ...(elsewhere === undefined ? [] : [`cell ${elsewhere}`]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(line === undefined || column === undefined ? [] : [`column ${column}`]),
  ];
  return places.length === 0 ? '' : ` (${places.join(', ')})`;
}

/** An error in the words of an output. */
export const failureText = (failure: Failure, elsewhere?: string): string =>
  `${failure.name}: ${failure.message}${placeInWords(failure, elsewhere)}`;

/** Draws the figure that a cell described; loaded only where there is one. */
export type DrawFigure = (document: Document, figure: unknown) => Element;

/** Fills the place of a cell's output. */
export function paintOutput(
  place: Element,
  { logs, unkept, value, failure }: CellResult,
  draw?: DrawFigure,
  elsewhere?: string,
): void {
  const document = place.ownerDocument!;
  const lines: Element[] = logs.map((log) => h(document, 'pre', { class: 'log' }, log.map(shownText).join(' ')));
  if (unkept > 0) lines.push(h(document, 'p', { class: 'unkept' }, `… and ${plural(unkept, 'more line')}, not kept`));
  if (value.kind === 'figure' && draw) lines.push(draw(document, value.figure));
  else if (value.kind !== 'nothing') lines.push(h(document, 'pre', { class: 'value' }, shownText(value)));
  if (failure) lines.push(h(document, 'p', { class: 'failure' }, failureText(failure, elsewhere)));
  place.replaceChildren(...lines);
}
