import { attribute, h, keyed, once } from '../dom/elements.ts';
import { write, type InputPhase } from '../dom/steady-text.ts';

/**
 * A cell of a table: text or a bar (from 0 to 1, with a tick at `mark`), a color that carries meaning, and the term
 * that it belongs to. `room` is the longest text that it may ever have: it takes as many lines from the start.
 */
export type Cell =
  string | { text?: string; room?: string; bar?: number; mark?: number | undefined; tone?: Tone; term?: string };

/** The colors that carry meaning, the same everywhere. */
export type Tone = 'sigmoid' | 'softmax' | 'alarm' | 'right' | 'soft' | 'logit';

/** A table as a drawing: what it shows, as data. */
export interface Table {
  head: Cell[];
  rows: { key: string; term?: string; cells: Cell[] }[];
}

/** The cells that were written into the elements that show them. */
const cellsShown = new WeakMap<Element, Cell>();

const isSame = (a: Cell | undefined, b: Cell): boolean =>
  typeof a === 'object' && typeof b === 'object'
    ? a.text === b.text && a.bar === b.bar && a.mark === b.mark && a.tone === b.tone && a.term === b.term
    : a === b;

/** Where a cell's text stands when it has room for a longer one, which makes the room unseen. */
function roomIn(element: Element, room: string): Element {
  const document = element.ownerDocument!;
  const place =
    element.firstElementChild ?? element.appendChild(h(document, 'span', { class: 'kept' }, h(document, 'span')));
  attribute(place, 'data-room', room);
  return place.firstElementChild!;
}

/** Writes cells into the elements that show them: text, bar, tone and term. */
export function paintCells(elements: readonly Element[], cells: readonly Cell[], phase: InputPhase): void {
  cells.forEach((cell, i) => {
    const element = elements[i]!;
    if (phase === 'moves' && isSame(cellsShown.get(element), cell)) return;
    cellsShown.set(element, cell);
    const { text, room, bar, mark, tone, term } = typeof cell === 'string' ? { text: cell } : { text: '', ...cell };
    attribute(element, 'data-tone', tone);
    attribute(element, 'data-term', term);
    if (bar === undefined) return write(room === undefined ? element : roomIn(element, room), text, phase);
    const shown =
      element.querySelector('.bar') ??
      element.appendChild(h(element.ownerDocument!, 'span', { class: 'bar', 'aria-hidden': 'true' }));
    attribute(shown, 'style', `--share:${bar.toFixed(4)}${mark === undefined ? '' : `;--mark:${mark.toFixed(4)}`}`);
  });
}

/** The bodies of a table that was built inside of an element. */
const bodiesOf = once((root) => ({ head: root.querySelector('thead tr')!, body: root.querySelector('tbody')! }));

/** Shows a table inside an element, keeping the rows whose keys are still there. */
export function paintTable(root: Element, { head, rows }: Table, caption: string, phase: InputPhase): void {
  const document = root.ownerDocument!;
  if (!root.firstElementChild) {
    root.append(
      h(
        document,
        'table',
        { class: 'numbers' },
        h(document, 'caption', { class: 'unseen' }, caption),
        h(document, 'thead', {}, h(document, 'tr', {})),
        h(document, 'tbody'),
      ),
    );
  }
  const keyedHead = head.map((cell, i) => ({ cell, key: cell === '' ? `${i} empty` : String(i) }));
  keyed(
    bodiesOf(root).head,
    keyedHead,
    ({ key }) => key,
    // A head without words heads nothing.
    ({ cell }) => (cell === '' ? h(document, 'td') : h(document, 'th', { scope: 'col' })),
    (element, { cell }) => paintCells([element], [cell], phase),
  );
  keyed(
    bodiesOf(root).body,
    rows,
    ({ key }) => key,
    ({ cells }) =>
      h(document, 'tr', {}, h(document, 'th', { scope: 'row' }), ...cells.slice(1).map(() => h(document, 'td'))),
    (element, { cells, term }) => {
      attribute(element, 'data-term', term);
      while (element.children.length < cells.length) element.append(h(document, 'td'));
      while (element.children.length > cells.length) element.lastElementChild!.remove();
      paintCells([...element.children], cells, phase);
    },
  );
}
