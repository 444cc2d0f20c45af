/**
 * The drawings of a widget: under what moves lies what stays, drawn by Plot and drawn again only when a value that it
 * uses has changed. Part of render(), for which see render.ts.
 */
import * as Plot from '@observablehq/plot';
import { attribute, becomes, content, h, once, svg } from '../dom/elements.ts';
import { px, type Axes, type Mark, type Shape } from '../draw/marks.ts';
import { simplified } from '../draw/polyline.ts';
import type { InputPhase } from '../dom/steady-text.ts';
import type { PlotDrawing, Stage } from '../widget/contract.ts';

export type Variant = 'narrow' | 'wide';

export interface Options {
  /** The Live's id, a prefix for ids inside of it. */
  id: string;
  /** The one width to draw for; both, unless said. */
  variant?: Variant;
  /** What the reader's hand does. */
  phase?: InputPhase;
}

const sizes = { narrow: [343, 250], wide: [640, 320] } satisfies PlotDrawing<any, any>['size'];
const margins = { marginTop: 20, marginRight: 20, marginBottom: 34, marginLeft: 40 };

/** A scale of a drawing, as far as dragging needs it: pixels to values. */
export interface Scale {
  invert?: (pixel: number) => number;
}

interface Drawn {
  /** What the still layer was drawn for. */
  key: string;
  plot: Plot.Plot;
  /** What the moving layer stands on. */
  axes: Axes;
}
const drawn = new WeakMap<Element, Drawn>();

/** The two widths of a drawing that are on the page. */
const placesOf = once((frame): Partial<Record<Variant, Element>> =>
  Object.fromEntries([...frame.children].map((place) => [place.getAttribute('data-variant'), place])),
);

/** The scales of a drawing that is on the page, after it was drawn there. */
export function scalesOf(variant: Element): { x?: Scale | undefined; y?: Scale | undefined } {
  const plot = drawn.get(variant)!.plot;
  return { x: plot.scale('x') as Scale | undefined, y: plot.scale('y') as Scale | undefined };
}

/** Draws the layers of a drawing that have changed. */
export function draw(
  frame: Element,
  name: string,
  drawing: PlotDrawing<any, any>,
  state: Record<string, any>,
  { id, variant }: Options,
): void {
  const document = frame.ownerDocument!;
  for (const each of variant ? [variant] : (['narrow', 'wide'] as const)) {
    const [width, height] = (drawing.size ?? sizes)[each];
    const stage: Stage = { document, width, height, narrow: each === 'narrow' };
    const place =
      placesOf(frame)[each] ??
      (placesOf(frame)[each] = frame.appendChild(
        h(document, 'div', { 'data-variant': each, style: `aspect-ratio:${width}/${height};max-width:${width}px` }),
      ));
    const key = JSON.stringify((drawing.uses ?? []).map((used) => state[used]));
    let still = drawn.get(place);
    if (still?.key !== key) {
      const options = { ...margins, ...drawing.still(state, stage), document, width, height } as Plot.PlotOptions;
      const plot = Plot.plot(options) as Plot.Plot;
      const { marginTop = 0, marginRight = 0, marginBottom = 0, marginLeft = 0 } = options;
      const pixels = (name: 'x' | 'y') => {
        const scale = plot.scale(name);
        return (value: number) => Number(scale?.apply(value) ?? Number.NaN);
      };
      still = {
        key,
        plot,
        axes: {
          x: pixels('x'),
          y: pixels('y'),
          top: marginTop,
          bottom: height - marginBottom,
          left: marginLeft,
          right: width - marginRight,
        },
      };
      drawn.set(place, still);
      stay(place, plot as unknown as Element, `${id}-${name}-${each}-`);
    }
    if (!drawing.moving) continue;
    const size = { viewBox: `0 0 ${width} ${height}`, width, height };
    const layer =
      place.children[1] ?? place.appendChild(svg(document, 'svg', { class: 'moving', 'aria-hidden': 'true', ...size }));
    paint(layer, drawing.moving(state, stage), still.axes);
  }
}

/** What places a shape, in pixels, or in `em`. */
const geometry = new Set(['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height']);

/** Puts the still layer in its place, with its terms marked, its ids unique and its style left to the style sheet. */
function stay(place: Element, drawing: Element, prefix: string): void {
  for (const style of drawing.querySelectorAll('style')) style.remove();
  for (const name of ['class', 'font-family', 'font-size', 'text-anchor', 'fill']) drawing.removeAttribute(name);
  drawing.setAttribute('class', 'still');
  drawing.setAttribute('aria-hidden', 'true');
  for (const marked of drawing.querySelectorAll('[class^="term-"]')) {
    marked.setAttribute('data-term', marked.getAttribute('class')!.slice('term-'.length));
    marked.removeAttribute('class');
  }
  for (const owner of drawing.querySelectorAll('[id]')) {
    const before = owner.id;
    owner.id = `${prefix}${before}`;
    for (const user of drawing.querySelectorAll(`[clip-path="url(#${before})"]`))
      user.setAttribute('clip-path', `url(#${owner.id})`);
  }
  const described = ['aria-label', 'aria-description', 'aria-hidden'];
  for (const part of drawing.querySelectorAll(described.map((name) => `[${name}]`).join()))
    for (const name of described) part.removeAttribute(name);
  // A float prints more digits than an eye sees.
  for (const element of drawing.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (geometry.has(name))
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d{2,}(?!\d|em)/g, (x) => `${px(Number(x))}`),
        );
  for (const path of drawing.querySelectorAll('path')) path.setAttribute('d', simplified(path.getAttribute('d')!));
  const [before, ...others] = place.children;
  if (before) becomes(place, [drawing, ...others]);
  else place.append(drawing);
}

/** Whether a shape has a place: what is not a number, or infinitely far away, is left out. */
function placed({ attributes }: Shape): boolean {
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'number' && !Number.isFinite(value)) return false;
    if (geometry.has(name) && typeof value === 'string' && /NaN|Infinity/.test(value)) return false;
  }
  return true;
}

/** What was painted last into a layer: the page itself is slower to ask. */
interface Painted {
  shape: Shape;
  element: Element;
}
const shapesShown = new WeakMap<Element, readonly Painted[]>();

/** Writes shapes into a layer, changing no more than what differs from what stands there. */
export function paint(layer: Element, marks: readonly Mark[], on: Axes): void {
  const before = shapesShown.get(layer) ?? [...layer.children].map((element) => ({ element, shape: shapeOf(element) }));
  const now = marks
    .map((mark) => mark(on))
    .filter(placed)
    .map((shape, i): Painted => {
      const there = before[i];
      const last = there && alike(there.shape, shape) ? there.shape : undefined;
      const element = last ? there!.element : svg(layer.ownerDocument, shape.tag);
      for (const name in shape.attributes) {
        const value = shape.attributes[name];
        if (value !== undefined && value !== last?.attributes[name]) attribute(element, name, String(value));
      }
      if (shape.words !== undefined && shape.words !== last?.words) content(element, shape.words);
      if (!last && there) there.element.replaceWith(element);
      else if (!last) layer.append(element);
      return { shape, element };
    });
  for (const { element } of before.slice(now.length)) element.remove();
  shapesShown.set(layer, now);
}

/** Whether two shapes differ in values only: of one kind and term, with the same attributes. */
const alike = (a: Shape, b: Shape): boolean =>
  a.tag === b.tag && a.attributes['data-term'] === b.attributes['data-term'] && covers(a, b) && covers(b, a);

/** Whether a shape has every attribute that another has. */
function covers({ attributes: mine }: Shape, { attributes: others }: Shape): boolean {
  for (const name in others) if (others[name] !== undefined && mine[name] === undefined) return false;
  return true;
}

/** The shape that stands in a layer; that it is lit, or was, is no part of it. */
const shapeOf = (element: Element): Shape => ({
  tag: element.localName as Shape['tag'],
  attributes: Object.fromEntries(
    [...element.attributes].filter(({ name }) => name !== 'class').map(({ name, value }) => [name, value]),
  ),
  words: element.textContent ?? '',
});
