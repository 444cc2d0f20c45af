/**
 * A widget's figure as one SVG that nothing moves, at build: its first drawing, as a narrow screen has it, or the table
 * that it is. Colors are the site's tokens (`var(--softmax)`), so that it follows the theme of the page that it stands in.
 */
import { parseHTML } from 'linkedom';
import { svg } from '../dom/elements.ts';
import { prerender } from './prerender.ts';

export interface StillPicture {
  width: number;
  height: number;
  /** The `<svg>`, on a document of its own. */
  element: Element;
}

/** The tones of cells as colors. */
const tones: Record<string, string> = {
  sigmoid: 'var(--sigmoid)',
  softmax: 'var(--softmax)',
  alarm: 'var(--alarm)',
  soft: 'var(--soft)',
};

/** A drawing's two layers in one. */
function ofDrawing(place: Element, into: Element): [width: number, height: number] {
  const [, , width, height] = place.querySelector('svg')!.getAttribute('viewBox')!.split(/[ ,]+/).map(Number);
  for (const unseen of place.querySelectorAll('[data-ring], [data-handle], title')) unseen.remove();
  for (const layer of place.querySelectorAll(':scope > svg')) into.append(...layer.childNodes);
  return [width!, height!];
}

/** How wide a letter is, as part of its size: enough for most words. */
const letterWidth = 0.56;

/** What stands in a cell: words, or a bar. */
function cellOf(cell: Element) {
  const bar = cell.querySelector('.bar')?.getAttribute('style');
  const share = bar === undefined || bar === null ? undefined : Number(/--share:([\d.]+)/.exec(bar)?.[1]);
  const words = cell.querySelector('input[type=text]')?.getAttribute('value') ?? cell.textContent!.trim();
  const tone = tones[cell.closest('[data-tone]')?.getAttribute('data-tone') ?? ''] ?? 'var(--ink)';
  return { words, share, tone, head: cell.localName === 'th' };
}

/** A table: a rule between its rows, first column at the left, numbers at the right, bars as wide as their share. */
function ofTable(table: Element, into: Element): [width: number, height: number] {
  const document = into.ownerDocument!;
  const kept = (cell: Element) => !cell.matches('.edit, .slide');
  const rows = [...table.querySelectorAll('tr')].map((row) => ({
    cells: [...row.children].filter(kept).map(cellOf),
    heads: row.closest('thead') !== null,
  }));
  const [height, gap, size] = [34, 14, 13];
  const count = Math.max(...rows.map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, i) => {
    const column = rows.map(({ cells }) => cells[i]);
    if (column.some((cell) => cell?.share !== undefined)) return 90;
    return Math.max(0, ...column.map((cell) => letterWidth * size * (cell?.words.length ?? 0)));
  });
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const width = Math.max(260, starts.at(-1)! + widths.at(-1)!);
  rows.forEach(({ cells, heads }, r) => {
    const middle = height * (r + 0.5);
    cells.forEach(({ words, share, tone, head }, i) => {
      const last = i === 0 ? starts[i]! : width - (starts.at(-1)! + widths.at(-1)!) + starts[i]! + widths[i]!;
      if (share !== undefined) {
        const left = last - widths[i]!;
        const box = { y: middle - 7, height: 14, fill: tone };
        into.append(
          svg(document, 'rect', { x: left, width: widths[i]!, ...box, 'fill-opacity': 0.14 }),
          svg(document, 'rect', { x: left, width: Math.max(1, share * widths[i]!), ...box }),
        );
      } else if (words !== '')
        into.append(
          svg(
            document,
            'text',
            {
              x: last,
              y: middle,
              dy: '0.32em',
              'data-cell': i,
              'font-size': size,
              'text-anchor': i === 0 ? 'start' : 'end',
              fill: heads ? 'var(--soft)' : tone,
              ...(head && !heads && { 'font-weight': 600 }),
            },
            words,
          ),
        );
    });
    const rule = { x1: 0, x2: width, y1: height * (r + 1), y2: height * (r + 1), stroke: 'var(--line)' };
    if (r < rows.length - 1) into.append(svg(document, 'line', rule));
  });
  return [width, height * rows.length];
}

/** A picture of a widget at an author's parameters, in the grammar of the address. */
export function stillPicture(name: string, given = ''): StillPicture {
  const { document } = parseHTML(
    `<body>${prerender(name, `still-${name}`, given, '', `the picture of ${name}`)}</body>`,
  );
  const element = svg(document as unknown as Document, 'svg', {});
  const place = document.querySelector('.drawing.plot > [data-variant=narrow]') as Element | null;
  const table = document.querySelector('.parts table') as Element | null;
  const [width, height] = place ? ofDrawing(place, element) : ofTable(table!, element);
  element.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { width, height, element };
}

/** The corners that a shape's own attributes name; of an arc its ends. */
function cornersOf(shape: Element): [number, number][] {
  const at = (name: string) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.localName) {
    case 'circle':
      return [-1, 1].map((side) => [at('cx') + side * at('r'), at('cy') + side * at('r')]);
    case 'rect':
      return [
        [at('x'), at('y')],
        [at('x') + at('width'), at('y') + at('height')],
      ];
    case 'line':
      return [
        [at('x1'), at('y1')],
        [at('x2'), at('y2')],
      ];
    default:
      return [...(shape.getAttribute('d') ?? '').matchAll(/([MLCA])([^A-Z]*)/g)].map(([, , numbers = '']) => {
        const [y = 0, x = 0] = numbers.split(/[ ,]+/).filter(Boolean).map(Number).reverse();
        return [x, y];
      });
  }
}

/** How far an element is moved by what it stands in, and by itself. */
function movedBy(element: Element | null): [number, number] {
  if (!element) return [0, 0];
  const [, x = '0', y = '0'] =
    /translate\(([-\d.]+)[ ,]*([-\d.]+)?/.exec(element.getAttribute('transform') ?? '') ?? [];
  const [above, left] = movedBy(element.parentElement);
  return [above + Number(x), left + Number(y)];
}

/** A line as long as the words of a cell, from where they begin or to where they end. */
function stroke(word: Element): Element {
  const [x, y] = ['x', 'y'].map((name) => Number(word.getAttribute(name))) as [number, number];
  const long = letterWidth * Number(word.getAttribute('font-size')) * word.textContent!.length;
  const end = word.getAttribute('text-anchor') === 'start' ? x + long : x - long;
  const look = { stroke: word.getAttribute('fill')!, 'stroke-width': 5, 'stroke-opacity': 0.3 };
  return svg(word.ownerDocument!, 'line', { x1: x, x2: end, y1: y, y2: y, ...look });
}

/** How long a tick of an axis is at most, in pixels: too small for a miniature. */
const tick = 6;

/**
 * A widget's figure as a miniature: its shapes without a word, as small as they are.
 * @returns the `<svg>` as text, for a link that has words of its own
 */
export function miniature(name: string, given = ''): string {
  const { element } = stillPicture(name, given);
  for (const word of element.querySelectorAll('text')) {
    // Of a table that has nothing but words, lines show where they stand.
    if (word.hasAttribute('data-cell')) word.before(stroke(word));
    word.remove();
  }
  const corners: [number, number][] = [];
  for (const shape of element.querySelectorAll('path, line, rect, circle')) {
    const [dx, dy] = movedBy(shape);
    const own = cornersOf(shape).map(([x, y]): [number, number] => [x + dx, y + dy]);
    const [xs, ys] = [own.map(([x]) => x), own.map(([, y]) => y)];
    const reach = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    if (shape.localName === 'path' && own.length === 2 && reach <= tick) shape.remove();
    else corners.push(...own);
  }
  for (const empty of [...element.querySelectorAll('g')].reverse()) if (!empty.firstElementChild) empty.remove();
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  const box = [left, top, Math.max(...xs) + 3 - left, Math.max(...ys) + 3 - top].map(Math.round);
  element.setAttribute('viewBox', box.join(' '));
  element.setAttribute('class', 'miniature');
  element.setAttribute('aria-hidden', 'true');
  for (const marked of element.querySelectorAll('[data-term]')) marked.removeAttribute('data-term');
  return element.outerHTML;
}
