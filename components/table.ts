import { attribute, content, h, keyed } from './html.ts';
import type { Cell } from './kinds/kind.ts';
import { room, type Hand } from './room.ts';

/** A table as a drawing: what it shows, as data. */
export interface Table {
  head: Cell[];
  rows: { key: string; term?: string; cells: Cell[] }[];
}

/** Writes cells into the elements that show them: text, bar, tone and term. */
export function paintCells(elements: readonly Element[], cells: readonly Cell[], hand: Hand): void {
  cells.forEach((cell, i) => {
    const element = elements[i]!;
    const { text, bar, mark, tone, term } = typeof cell === 'string' ? { text: cell } : { text: '', ...cell };
    attribute(element, 'data-tone', tone);
    attribute(element, 'data-term', term);
    if (bar === undefined) return content(room(element, text, hand), text);
    const shown =
      element.querySelector('.bar') ??
      element.appendChild(h(element.ownerDocument!, 'span', { class: 'bar', 'aria-hidden': 'true' }));
    attribute(shown, 'style', `--share:${bar.toFixed(4)}${mark === undefined ? '' : `;--mark:${mark.toFixed(4)}`}`);
  });
}

/** Shows a table inside an element, keeping the rows whose keys are still there. */
export function paintTable(root: Element, { head, rows }: Table, caption: string, hand: Hand): void {
  const document = root.ownerDocument!;
  if (!root.querySelector('table')) {
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
    root.querySelector('thead tr')!,
    keyedHead,
    ({ key }) => key,
    // A head without words heads nothing.
    ({ cell }) => (cell === '' ? h(document, 'td') : h(document, 'th', { scope: 'col' })),
    (element, { cell }) => paintCells([element], [cell], hand),
  );
  keyed(
    root.querySelector('tbody')!,
    rows,
    ({ key }) => key,
    ({ cells }) =>
      h(document, 'tr', {}, h(document, 'th', { scope: 'row' }), ...cells.slice(1).map(() => h(document, 'td'))),
    (element, { cells, term }) => {
      attribute(element, 'data-term', term);
      while (element.children.length < cells.length) element.append(h(document, 'td'));
      while (element.children.length > cells.length) element.lastElementChild!.remove();
      paintCells([...element.children], cells, hand);
    },
  );
}
