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

const create = (tag: string, attributes: Record<string, string | number>, text?: string): SVGElement =>
  svg(document, tag, attributes, text);

/** A copy of a drawing with its colors and letters written out. */
function standalone(svg: SVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of paintAttributes) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('style');
  });
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily);
  return copy;
}

/** Draws a figure's parts, its sentence and where it comes from. */
export function pictureOf(figure: HTMLElement, from: string): SVGSVGElement {
  const padding = 16;
  const frame = figure.getBoundingClientRect();
  const root = create('svg', {}) as SVGSVGElement;
  const place = (box: DOMRect) => ({ x: box.left - frame.left + padding, y: box.top - frame.top + padding });

  const write = (node: Text) => {
    const parent = node.parentElement!;
    const style = getComputedStyle(parent);
    const range = document.createRange();
    // A line at a time: a paragraph breaks where it breaks on the page.
    let start = 0;
    const text = node.data;
    const topAt = (i: number) => {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      return range.getBoundingClientRect().bottom;
    };
    for (let i = 1; i <= text.length; i++) {
      if (i < text.length && Math.abs(topAt(i) - topAt(start)) < 3) continue;
      range.setStart(node, start);
      range.setEnd(node, i);
      const box = range.getBoundingClientRect();
      const line = text.slice(start, i).trim();
      if (box.width > 0 && line !== '') root.append(label(line, box, style));
      start = i;
    }
  };
  const label = (text: string, box: DOMRect, style: CSSStyleDeclaration, anchor = 'start') => {
    const { x, y } = place(box);
    return create(
      'text',
      {
        x: anchor === 'end' ? x + box.width : x,
        y: y + box.height / 2,
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
  };
  const draw = (element: Element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.clipPath !== 'none' || box.width === 0) return;
    if (element.matches('.tools, .add, .edit, details')) return;
    if (element instanceof SVGElement) {
      const copy = standalone(element);
      for (const [name, value] of Object.entries({ ...place(box), width: box.width, height: box.height }))
        copy.setAttribute(name, String(value));
      root.append(copy);
    } else if (element.matches('.bar')) {
      const share = Number.parseFloat((element as HTMLElement).style.getPropertyValue('--share'));
      const { x, y } = place(box);
      root.append(create('rect', { x, y, width: box.width, height: box.height, fill: style.backgroundColor }));
      root.append(
        create('rect', {
          x,
          y,
          width: box.width * share,
          height: box.height,
          // A bar with a tone has the color of its cell; a custom property would come unresolved.
          fill: element.closest('[data-tone]') ? style.color : getComputedStyle(document.documentElement).accentColor,
        }),
      );
      const mark = Number.parseFloat((element as HTMLElement).style.getPropertyValue('--mark'));
      if (mark >= 0) {
        const at = x + (box.width - 2) * mark;
        root.append(create('rect', { x: at, y, width: 2, height: box.height, fill: getComputedStyle(figure).color }));
      }
    } else if (element instanceof HTMLInputElement) {
      if (element.type === 'text')
        root.append(label(element.value, box, style, style.textAlign === 'right' ? 'end' : 'start'));
      else if (element.type === 'range') {
        const { x, y } = place(box);
        const [value, min, max] = [element.value, element.min, element.max].map(Number) as [number, number, number];
        const at = max > min ? (value - min) / (max - min) : 0;
        root.append(
          create('rect', {
            x,
            y: y + box.height / 2 - 1.5,
            width: box.width,
            height: 3,
            fill: style.color,
            'fill-opacity': 0.2,
          }),
        );
        root.append(
          create('circle', { cx: x + 8 + (box.width - 16) * at, cy: y + box.height / 2, r: 7, fill: style.color }),
        );
      } else if (element.checked)
        root.append(
          create('circle', { cx: place(box).x + 8, cy: place(box).y + box.height / 2, r: 3, fill: style.color }),
        );
    } else {
      for (const child of element.childNodes) {
        if (child instanceof Text) write(child);
        else if (child instanceof Element) draw(child);
      }
    }
  };
  for (const part of figure.querySelectorAll(':scope > .parts, :scope > .say')) draw(part);

  const bottom =
    Math.max(
      ...[...figure.querySelectorAll(':scope > .parts, :scope > .say')].map(
        (part) => part.getBoundingClientRect().bottom,
      ),
    ) - frame.top;
  const style = getComputedStyle(figure);
  const [width, height] = [frame.width + 2 * padding, bottom + 2 * padding + 24];
  root.append(
    create(
      'text',
      {
        x: padding,
        y: height - padding,
        fill: style.color,
        'fill-opacity': 0.7,
        'font-family': style.fontFamily,
        'font-size': 11,
      },
      from,
    ),
  );
  for (const [name, value] of Object.entries({ xmlns: svgSpace, width, height, viewBox: `0 0 ${width} ${height}` }))
    root.setAttribute(name, String(value));
  // Colors may be written as functions of the theme: an image has no theme, so they are resolved by a canvas.
  const canvas = document.createElement('canvas').getContext('2d')!;
  for (const element of root.querySelectorAll('[fill], [stroke]')) {
    for (const name of ['fill', 'stroke']) {
      const color = element.getAttribute(name);
      if (!color || color === 'none' || color.startsWith('url(')) continue;
      canvas.fillStyle = '#000';
      canvas.fillStyle = color;
      element.setAttribute(name, canvas.fillStyle);
    }
  }
  root.prepend(create('rect', { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }));
  return root;
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
