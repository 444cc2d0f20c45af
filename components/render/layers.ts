/**
 * The drawings of a widget: under what moves lies what stays, drawn by Plot and drawn again only when a value that it
 * uses has changed. Part of render(), for which see render.ts.
 */
import { attribute, becomes, content, h, once, svg } from '../dom/elements.ts';
import { px, type Axes, type Mark, type Shape } from '../draw/marks.ts';
import { plot } from '../draw/plot.ts';
import { simplified } from '../draw/polyline.ts';
import { printScale, readScale, scaleOf, toPixels, toValues, type Scale } from '../draw/scales.ts';
import { withRoom, wordsIn } from './drawn-words.ts';
import type { Box } from '../draw/labels.ts';
import type { InputPhase } from '../dom/steady-text.ts';
import type { PlotDrawing, Point, Stage } from '../widget/contract.ts';

export type Variant = 'narrow' | 'wide';

export interface Options {
  /** The Live's id, a prefix for ids inside of it. */
  id: string;
  /** The one width to draw for; both, unless said. */
  variant?: Variant;
  /** What the reader's hand does. */
  phase?: InputPhase;
}

export const sizes = { narrow: [343, 250], wide: [640, 320] } satisfies PlotDrawing<any, any>['size'];
const margins = { marginTop: 24, marginRight: 20, marginBottom: 34, marginLeft: 40 };

interface Scales {
  x?: Scale | undefined;
  y?: Scale | undefined;
}

/** A layer that stays, as it stands on the page. */
interface StillLayer {
  /** What it was drawn for. */
  key: string;
  scales: Scales;
  /** What the moving layer stands on. */
  axes: Axes;
  /** Where the letters stand that stay. */
  taken?: Box[];
}

/** The two widths of a drawing that are on the page. */
const placesOf = once((frame): Partial<Record<Variant, Element>> =>
  Object.fromEntries([...frame.children].map((place) => [place.getAttribute('data-variant'), place])),
);

const axesOf = ({ x, y }: Scales, [top, right, bottom, left]: [number, number, number, number]): Axes => ({
  x: x ? toPixels(x) : () => Number.NaN,
  y: y ? toPixels(y) : () => Number.NaN,
  top,
  right,
  bottom,
  left,
});

/** What the page says of a layer that stays: it came with the page, or was drawn here. */
const standing = new WeakMap<Element, StillLayer>();
function standsIn(place: Element): StillLayer | undefined {
  const edges = place.getAttribute('data-edges');
  if (edges === null) return undefined;
  let there = standing.get(place);
  if (!there) {
    const scales = { x: readScale(place.getAttribute('data-x')), y: readScale(place.getAttribute('data-y')) };
    const axes = axesOf(scales, edges.split(' ').map(Number) as [number, number, number, number]);
    standing.set(place, (there = { key: place.getAttribute('data-drawn') ?? '', scales, axes }));
  }
  return there;
}

/** What stands at a place of a drawing, given in its own pixels; NaN along an axis without a scale. */
export function pointAt(place: Element, [x, y]: [number, number]): Point {
  const { scales } = standsIn(place)!;
  return {
    x: scales.x ? toValues(scales.x)(x) : Number.NaN,
    y: scales.y ? toValues(scales.y)(y) : Number.NaN,
  };
}

/** What a layer that stays is drawn for. */
const keyOf = ({ uses = [] }: PlotDrawing<any, any>, state: Record<string, any>): string =>
  uses.length === 0 ? '' : JSON.stringify(uses.map((used) => state[used]));

/** Whether the page has another layer that stays than a state asks for. */
export const lacksStill = (
  frame: Element,
  drawing: PlotDrawing<any, any>,
  state: Record<string, any>,
  variant: Variant,
): boolean => standsIn(placesOf(frame)[variant]!)?.key !== keyOf(drawing, state);

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
    const key = keyOf(drawing, state);
    if (standsIn(place)?.key !== key) {
      const options = { ...margins, ...drawing.still(state, stage), document, width, height };
      const plotted = plot(options);
      for (const name of ['x', 'y'] as const) {
        const scale = plotted.scale(name);
        attribute(place, `data-${name}`, scale && printScale(scaleOf(scale)));
      }
      const { marginTop = 0, marginRight = 0, marginBottom = 0, marginLeft = 0 } = options;
      attribute(place, 'data-edges', [marginTop, width - marginRight, height - marginBottom, marginLeft].join(' '));
      attribute(place, 'data-drawn', key || undefined);
      standing.delete(place);
      stay(place, plotted as unknown as Element, `${id}-${name}-${each}-`);
      if (drawing.moving) lift(place, stage);
    }
    if (!drawing.moving) continue;
    const [, layer] = place.children as unknown as [Element, Element];
    const there = standsIn(place)!;
    const taken = (there.taken ??= [...place.children]
      .filter((part) => part !== layer)
      .flatMap(wordsIn)
      .flatMap(({ boxes }) => boxes));
    paint(layer, drawing.moving(state, stage), there.axes, (shapes) => withRoom(shapes, taken, stage));
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

/** Lays what moves over what stays, and over both the letters that stay: what moves passes behind them. */
function lift(place: Element, { document, width, height }: Stage): void {
  const [still, moving, before] = place.children;
  const over = (name: string) =>
    svg(document, 'svg', { class: name, 'aria-hidden': 'true', viewBox: `0 0 ${width} ${height}`, width, height });
  const letters = over('over letters');
  for (const group of [...still!.children])
    if (group.querySelector('text') && !group.querySelector(':not(text, tspan, g)')) letters.append(group);
  if (before) becomes(place, [still!, moving!, letters]);
  else place.append(over('over moving'), letters);
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

/** Writes shapes into a layer, their labels where there is room, changing no more than what differs from what stands there. */
export function paint(
  layer: Element,
  marks: readonly Mark[],
  on: Axes,
  settle: (shapes: Shape[]) => Shape[] = (shapes) => shapes,
): void {
  const before = shapesShown.get(layer) ?? [...layer.children].map((element) => ({ element, shape: shapeOf(element) }));
  const now = settle(marks.map((mark) => mark(on)).filter(placed)).map((shape, i): Painted => {
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
  a === b ||
  (a.tag === b.tag && a.attributes['data-term'] === b.attributes['data-term'] && covers(a, b) && covers(b, a));

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
