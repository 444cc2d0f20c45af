/** The words that stand in a drawing, read off its SVG. */
import { boxOf, keepApart, widthOf, type Box } from '../draw/labels.ts';
import { px, type Shape } from '../draw/marks.ts';
import type { Stage } from '../widget/contract.ts';

/** Words and the room that they take: one box, or several small ones along words that are turned. */
export interface DrawnWords {
  words: string;
  boxes: Box[];
}

const number = (element: Element, name: string): number => {
  const written = element.getAttribute(name) ?? '';
  return written.endsWith('em') ? Number.NaN : Number(written);
};

/** A length in em of an attribute, 0 if it is not there or in pixels. */
const em = (element: Element, name: string): number => {
  const written = element.getAttribute(name) ?? '';
  return written.endsWith('em') ? parseFloat(written) : 0;
};

/** What an element or the nearest around it says. */
const said = (element: Element, name: string): string | undefined =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? undefined;

/** All words of a drawing, a text or a line of it each. */
export function wordsIn(drawing: Element): DrawnWords[] {
  return [...drawing.querySelectorAll('text')].flatMap((text) => {
    const size = Number.parseFloat(said(text, 'font-size') ?? '12');
    const bold = Number(said(text, 'font-weight') ?? 400) >= 600;
    const anchor = said(text, 'text-anchor') ?? 'middle';
    let [left, top, turn] = [0, 0, 0];
    for (let around: Element | null = text; around && around.localName !== 'svg'; around = around.parentElement) {
      const transform = around.getAttribute('transform') ?? '';
      const [, dx = '0', dy = '0'] = /translate\(([-\d.e]+)[ ,]*([-\d.e]*)/.exec(transform) ?? [];
      left += Number(dx);
      top += Number(dy);
      turn += Number(/rotate\(([-\d.]+)/.exec(transform)?.[1] ?? 0);
    }
    const lines = [...text.querySelectorAll('tspan')];
    let shift = 0;
    return (lines.length > 0 ? lines : [text]).map((line) => {
      const words = line.textContent!.trim();
      shift += line === text ? 0 : em(line, 'dy');
      const dy = em(text, 'dy') + em(text, 'y') + (line === text ? 0 : em(line, 'y') + shift);
      const x = left + (number(text, 'x') || 0);
      // The middle of a line is about a third of an em above its baseline.
      const y = top + (number(text, 'y') || 0) + (dy - 0.32) * size;
      if (turn === 0) return { words, boxes: [boxOf({ words, x, y, anchor, size, bold })] };
      const width = widthOf(words, size, bold);
      const from = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
      const parts = Math.ceil(width / size);
      const angle = (turn * Math.PI) / 180;
      const boxes = Array.from({ length: parts }, (_, i) => {
        const along = from + ((i + 0.5) * width) / parts;
        const [cx, cy] = [x + along * Math.cos(angle), top + along * Math.sin(angle)];
        return { left: cx - size / 2, right: cx + size / 2, top: cy - size / 2, bottom: cy + size / 2 };
      });
      return { words, boxes };
    });
  });
}

/** Where a dot is. */
function dotOf({ words, at, attributes }: Shape): Box[] {
  if (!at || words !== undefined) return [];
  const r = Number(attributes['r'] ?? 4);
  return [{ left: at[0] - r, right: at[0] + r, top: at[1] - r, bottom: at[1] + r }];
}

/** Where a line is that stands upright or lies level. */
function lineOf({ tag, attributes }: Shape): Box[] {
  if (tag !== 'line') return [];
  const between = (one: string, other: string) =>
    [Number(attributes[one]), Number(attributes[other])].sort((a, b) => a - b) as [number, number];
  const [left, right] = between('x1', 'x2');
  const [top, bottom] = between('y1', 'y2');
  return left === right || top === bottom ? [{ left, right: right + 1, top, bottom: bottom + 1 }] : [];
}

/** Shapes with their labels where nothing else stands. */
export function withRoom(shapes: Shape[], taken: readonly Box[], { width, height }: Stage): Shape[] {
  const texts = shapes.filter(({ words }) => words !== undefined);
  if (texts.every(({ stays }) => stays)) return shapes;
  const labels = texts.map(({ words, at, stays, attributes: { x, y, ...look } }) => ({
    stays,
    words: words!,
    at: at!,
    x: Number(x),
    y: Number(y),
    anchor: look['text-anchor'] as string | undefined,
    size: look['font-size'] as number | undefined,
    bold: Number(look['font-weight'] ?? 400) >= 600,
  }));
  const frame = { left: 0, right: width, top: 0, bottom: height };
  const places = new Map(
    keepApart(labels, { words: taken, dots: shapes.flatMap(dotOf), lines: shapes.flatMap(lineOf) }, frame).map(
      (place, i) => [texts[i]!, place],
    ),
  );
  return shapes.map((shape) => {
    const place = places.get(shape);
    if (!place) return shape;
    return {
      ...shape,
      attributes: { ...shape.attributes, x: px(place.x), y: px(place.y), 'text-anchor': place.anchor },
    };
  });
}
