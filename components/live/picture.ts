/** A figure as a picture: what stands in it, drawn again as one SVG that needs no style sheet. Loaded when it is asked for. */

import { svg, svgSpace } from '../dom/elements.ts';

const paintAttributes = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'fill-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
] as const;

const create = (tag: string, attributes: Record<string, string | number> = {}, text?: string): SVGElement =>
  svg(document, tag, attributes, text);

function withAttributes(element: SVGElement, attributes: Record<string, string | number>): SVGElement {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** A copy of a drawing with its colors and letters written out. */
function standalone(svg: SVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of paintAttributes) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['style', 'class']) element.removeAttribute(name);
  });
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily);
  return copy;
}

/** Where a box of the page stands in the picture. */
type Place = (box: DOMRect) => DOMRect;

/** A line of text in the middle of its box, in the letters of the element that it comes from. */
function label(text: string, box: DOMRect, style: CSSStyleDeclaration, anchor: 'start' | 'end' = 'start'): SVGElement {
  return create(
    'text',
    {
      x: anchor === 'end' ? box.right : box.x,
      y: box.y + box.height / 2,
      'dominant-baseline': 'central',
      'text-anchor': anchor,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
      'font-style': style.fontStyle,
    },
    text,
  );
}

/** The lines of a text with their boxes: a paragraph breaks where it breaks on the page. */
function* linesOf(node: Text): Generator<[line: string, box: DOMRect]> {
  const range = document.createRange();
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const bottomAt = (i: number) => boxOf(i, i + 1).bottom;
  let start = 0;
  for (let i = 1; i <= node.length; i++) {
    if (i < node.length && Math.abs(bottomAt(i) - bottomAt(start)) < 3) continue;
    const line = node.data.slice(start, i).trim();
    const box = boxOf(start, i);
    if (box.width > 0 && line !== '') yield [line, box];
    start = i;
  }
}

function* textOf(node: Text, place: Place): Generator<SVGElement> {
  const style = getComputedStyle(node.parentElement!);
  for (const [line, box] of linesOf(node)) yield label(line, place(box), style);
}

/** A bar of a table: its ground, its share, and its mark where it has one. */
function* barOf(bar: HTMLElement, { x, y, width, height }: DOMRect): Generator<SVGElement> {
  const style = getComputedStyle(bar);
  const { accentColor, color: ink } = getComputedStyle(document.documentElement);
  const of = (name: string) => Number.parseFloat(bar.style.getPropertyValue(name));
  yield create('rect', { x, y, width, height, fill: style.backgroundColor });
  // A bar with a tone has the color of its cell; a custom property would come unresolved.
  const fill = bar.closest('[data-tone]') ? style.color : accentColor;
  yield create('rect', { x, y, width: width * of('--share'), height, fill });
  const mark = of('--mark');
  if (mark >= 0) yield create('rect', { x: x + (width - 2) * mark, y, width: 2, height, fill: ink });
}

/** A control as it stands: what is typed, where a slider is, what is chosen. */
function* controlOf(input: HTMLInputElement, box: DOMRect): Generator<SVGElement> {
  const style = getComputedStyle(input);
  const { x, width } = box;
  const middle = box.y + box.height / 2;
  if (input.type === 'text') yield label(input.value, box, style, style.textAlign === 'right' ? 'end' : 'start');
  else if (input.type === 'range') {
    const [value, min, max] = [input.value, input.min, input.max].map(Number) as [number, number, number];
    const at = max > min ? (value - min) / (max - min) : 0;
    yield create('rect', { x, y: middle - 1.5, width, height: 3, fill: style.color, 'fill-opacity': 0.2 });
    yield create('circle', { cx: x + 8 + (width - 16) * at, cy: middle, r: 7, fill: style.color });
  } else if (input.checked) yield create('circle', { cx: x + 8, cy: middle, r: 3, fill: style.color });
}

/** What stands in an element of the page, drawn where it stands; what only a hand needs is left out. */
function* drawn(element: Element, place: Place): Generator<SVGElement> {
  const box = element.getBoundingClientRect();
  const { display, clipPath } = getComputedStyle(element);
  if (display === 'none' || clipPath !== 'none' || box.width === 0) return;
  if (element.matches('.tools, .add, .edit, details')) return;
  if (element instanceof SVGElement) {
    const { x, y, width, height } = place(box);
    yield withAttributes(standalone(element), { x, y, width, height });
  } else if (element.matches('.bar')) yield* barOf(element as HTMLElement, place(box));
  else if (element instanceof HTMLInputElement) yield* controlOf(element, place(box));
  else
    for (const child of element.childNodes) {
      if (child instanceof Text) yield* textOf(child, place);
      else if (child instanceof Element) yield* drawn(child, place);
    }
}

/** Colors may be written as functions of the theme: an image has no theme, so they are resolved by a canvas. */
function resolveColors(root: SVGElement): void {
  const canvas = document.createElement('canvas').getContext('2d')!;
  for (const element of root.querySelectorAll('[fill], [stroke]'))
    for (const name of ['fill', 'stroke']) {
      const color = element.getAttribute(name);
      if (!color || color === 'none' || color.startsWith('url(')) continue;
      canvas.fillStyle = '#000';
      canvas.fillStyle = color;
      element.setAttribute(name, canvas.fillStyle);
    }
}

/** Draws a figure's parts, its sentence and where it comes from. */
export function pictureOf(figure: HTMLElement, from: string): SVGSVGElement {
  const padding = 16;
  const frame = figure.getBoundingClientRect();
  const place: Place = ({ left, top, width, height }) =>
    new DOMRect(left - frame.left + padding, top - frame.top + padding, width, height);
  const parts = [...figure.querySelectorAll(':scope > .parts, :scope > .say')];
  const bottom = Math.max(...parts.map((part) => place(part.getBoundingClientRect()).bottom));
  const [width, height] = [frame.width + 2 * padding, bottom + padding + 24];

  const root = withAttributes(create('svg'), { xmlns: svgSpace, width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(create('rect', { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }));
  for (const part of parts) root.append(...drawn(part, place));
  const { color: fill, fontFamily } = getComputedStyle(figure);
  const [x, y] = [padding, height - padding];
  root.append(create('text', { x, y, fill, 'fill-opacity': 0.7, 'font-family': fontFamily, 'font-size': 11 }, from));
  resolveColors(root);
  return root as SVGSVGElement;
}

/** The picture as the text of an SVG file. */
export const svgOf = (figure: HTMLElement, from: string): Blob =>
  new Blob([new XMLSerializer().serializeToString(pictureOf(figure, from))], { type: 'image/svg+xml' });

/** The picture as a PNG of twice the size. */
export async function pngOf(figure: HTMLElement, from: string): Promise<Blob> {
  const svg = pictureOf(figure, from);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * svg.width.baseVal.value;
  canvas.height = 2 * svg.height.baseVal.value;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  );
}
