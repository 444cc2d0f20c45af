/**
 * render(): writes a widget's state into the DOM, at build into a server's document and in the browser into the page.
 * The only writer of a widget's DOM, and without history: any way to the same parameters gives the same picture, but for
 * the room that numbers keep while a hand moves (see dom/steady-text.ts).
 */
import { hasPlot } from '../draw/plot.ts';
import { calledIn, dataOf, shown } from '../widget/export.ts';
import { fillFormulas } from './formulas.ts';
import { attribute, h, once, says } from '../dom/elements.ts';
import type { Showing } from '../widget/kinds/kind.ts';
import { draw, lacksStill, type Options, type Variant } from './layers.ts';
import { placeFor, type InputPhase } from '../dom/steady-text.ts';
import { waits } from '../dom/visibility.ts';
import { paintTable } from '../widget/table.ts';
import type { Action, AnyWidget, Drawing, Params, PlotDrawing, Sentence } from '../widget/contract.ts';
import { sentenceText } from '../widget/sentence.ts';
import { layoutOf, stateOf } from '../widget/state.ts';

export { loadPlot } from '../draw/plot.ts';

/** Writes the state of a widget's parameters into everything inside `root`. */
export function render(root: Element, w: AnyWidget, params: Record<string, any>, options: Options): void {
  const state = stateOf(w, params);
  fillFormulas(root, w, state, options.phase);
  for (const figure of figuresOf(root)) {
    if (!options.phase && !figure.querySelector('[data-say]')) furnish(figure, w, options.id);
    renderFigure(partsOf(figure), w, params, state, options);
  }
}

/** Whether a state can't be drawn yet: Plot has to be loaded first (see draw/plot.ts). */
export function awaitsPlot(root: Element, w: AnyWidget, params: Record<string, any>, variant: Variant): boolean {
  const drawings = Object.entries((w.draw ?? {}) as Record<string, Drawing<any, any>>);
  if (hasPlot() || !drawings.some(([, drawing]) => 'still' in drawing && drawing.uses?.length)) return false;
  const state = stateOf(w, params);
  return figuresOf(root)
    .flatMap((figure) => partsOf(figure).drawings)
    .some((frame) => {
      const drawing = (w.draw as Record<string, Drawing<any, any>>)[frame.getAttribute('data-draw')!]!;
      return 'still' in drawing && lacksStill(frame, drawing, state, variant);
    });
}

/** The parts of a figure that are written. */
interface Figure {
  controls: Element[];
  drawings: Element[];
  buttons: Element[];
  sentence: Element;
  numbers: HTMLDetailsElement;
}

/** The figures of a Live, and the parts of one: they are there for good. */
const figuresOf = once((root) => [...root.querySelectorAll('[data-figure]')]);
const partsOf = once((figure): Figure => ({
  controls: [...figure.querySelectorAll('[data-param]')],
  drawings: [...figure.querySelectorAll('[data-draw]')],
  buttons: [...figure.querySelectorAll('[data-action]')],
  sentence: figure.querySelector('[data-say]')!,
  numbers: figure.querySelector<HTMLDetailsElement>('[data-numbers]')!,
}));

/** Writes a state into the parts of one figure. */
function renderFigure(
  { controls, drawings, buttons, sentence, numbers }: Figure,
  w: AnyWidget,
  params: Record<string, any>,
  state: Record<string, any>,
  options: Options,
): void {
  const { id, phase } = options;
  const document = sentence.ownerDocument!;
  for (const control of controls) {
    const name = control.getAttribute('data-param')!;
    const kind = (w.params as Params)[name]!;
    const showing: Showing = { document, name, id, params, state, columns: w.columns?.[name], phase };
    if (!control.firstElementChild) {
      control.append(kind.build(showing), h(document, 'p', { class: 'problem', 'data-problem': true, hidden: true }));
    }
    kind.show(control.firstElementChild!, params[name], showing);
  }
  for (const frame of drawings) {
    if (waits(frame, phase)) continue;
    const name = frame.getAttribute('data-draw')!;
    const drawing = (w.draw as Record<string, Drawing<any, any>>)[name]!;
    if ('table' in drawing) paintTable(frame, drawing.table(state), drawing.title, phase);
    else draw(frame, name, drawing, state, options);
  }
  for (const button of buttons) {
    const action = w.actions?.[button.getAttribute('data-action')!];
    attribute(button, 'disabled', action?.when?.(state) === false ? '' : undefined);
  }
  if (!waits(sentence, phase)) speak(sentence, w.say(state), phase);
  // In the page a closed list is written when it is opened: it would cost every input.
  if (!options.variant || numbers.open) listNumbers(numbers, w, params, phase);
}

/** The actions of a figure: those that it names among what it shows, or all. */
function actionsShown(w: AnyWidget, shows: string[] | undefined): [string, Action<any, any>][] {
  const all = Object.entries((w.actions ?? {}) as Record<string, Action<any, any>>);
  const named = all.filter(([name]) => shows?.includes(name));
  return named.length > 0 ? named : all;
}

/** The room that large drawings ask for to stand side by side: their letters must not shrink by more than a seventh. */
function roomFor(w: AnyWidget, names: string[]): string | undefined {
  const widths = names.map((name) => (w.draw?.[name] as PlotDrawing<any, any> | undefined)?.size?.wide[0] ?? 0);
  return widths.filter((width) => width > 350).length > 1
    ? `--least:${Math.round(0.85 * Math.max(...widths))}px`
    : undefined;
}

/** Puts the parts of a widget into its figure, before the caption. */
function furnish(figure: Element, w: AnyWidget, id: string): void {
  const document = figure.ownerDocument!;
  const shows = figure.getAttribute('data-shows')?.split(' ');
  // What a drawing lets a hand move has a control too, for the keyboard: it stands back.
  const atHand = new Set(
    Object.entries((w.draw ?? {}) as Record<string, Drawing<any, any>>).flatMap(([name, drawing]) =>
      'table' in drawing || (shows && !shows.includes(name))
        ? []
        : (drawing.moves ?? (typeof drawing.drag === 'object' ? Object.values(drawing.drag) : [])),
    ),
  );
  const part = (name: string): Element => {
    const drawing = (w.draw as Record<string, Drawing<any, any>> | undefined)?.[name];
    if (!drawing)
      return h(document, 'div', {
        class: 'control',
        'data-param': name,
        'data-at-hand': atHand.has(name) || undefined,
      });
    if ('table' in drawing) return h(document, 'div', { class: 'drawing table', 'data-draw': name });
    const axes =
      typeof drawing.drag === 'function' ? 'xy' : `${drawing.drag?.x ? 'x' : ''}${drawing.drag?.y ? 'y' : ''}`;
    return h(document, 'div', {
      class: 'drawing plot',
      'data-draw': name,
      'data-drag': axes || undefined,
      role: 'img',
      'aria-label': drawing.title,
      'aria-describedby': `${id}-say`,
    });
  };
  const order = layoutOf(w)
    .map((names) => [names].flat().filter((name) => !shows || shows.includes(name)))
    .filter((names) => names.length > 0);
  const body = h(
    document,
    'div',
    { class: 'parts' },
    ...order.map((names) =>
      names.length > 1
        ? h(document, 'div', { class: 'beside', style: roomFor(w, names) }, ...names.map(part))
        : part(names[0]!),
    ),
  );
  const button = (attributes: Record<string, string>, label: string) =>
    h(document, 'button', { type: 'button', ...attributes }, label);
  const tools = h(
    document,
    'div',
    { class: 'tools' },
    ...actionsShown(w, shows).map(([name, { label, plays }]) =>
      button({ 'data-action': name, ...(plays && { 'data-plays': '' }) }, label),
    ),
    h(
      document,
      'span',
      { class: 'own' },
      button({ 'data-command': 'undo', disabled: '' }, 'Undo'),
      button({ 'data-command': 'reset' }, 'Reset'),
      button({ 'data-command': 'share', 'aria-expanded': 'false' }, 'Share'),
    ),
  );
  const parts = [
    h(document, 'p', { class: 'notice', 'data-notice': true, role: 'status' }),
    body,
    h(document, 'p', { class: 'say', 'data-say': true, id: `${id}-say` }),
    tools,
    h(document, 'details', { class: 'data', 'data-numbers': true }, h(document, 'summary', {}, 'All numbers')),
    h(document, 'p', { class: 'unseen', 'data-announce': true, 'aria-live': 'polite' }),
  ];
  figure.prepend(...parts);
}

/** Sentences that are shown: what their pieces are. */
const spoken = new WeakMap<Element, string>();

/** Shows a sentence with its terms, in place where only its words differ. */
function speak(element: Element, sentence: Sentence, phase: InputPhase): void {
  const whole = sentenceText(sentence);
  const place = placeFor(element, whole, phase);
  if (place.textContent === whole) return;
  const document = element.ownerDocument!;
  const pieces = (typeof sentence === 'string' ? [sentence] : sentence).map((piece) =>
    typeof piece === 'string' ? { text: piece } : piece,
  );
  const make = JSON.stringify(pieces.map(({ term, tone }) => [term, tone]));
  // A browser that translates puts elements of its own around texts: what stands there is asked for, never remembered.
  const standing = [...place.childNodes];
  if (spoken.get(place) === make && standing.length === pieces.length)
    return pieces.forEach(({ text }, i) => says(standing[i]!, text));
  place.replaceChildren(
    ...pieces.map(({ text, term, tone }) =>
      term === undefined && tone === undefined
        ? document.createTextNode(text)
        : h(document, 'span', { 'data-term': term, 'data-tone': tone }, text),
    ),
  );
  spoken.set(place, make);
}

/** Lists every number of the state, for whoever can't see the drawing. */
function listNumbers(element: Element, w: AnyWidget, params: Record<string, any>, phase: InputPhase): void {
  const { scalars, lists } = dataOf(w, params);
  // Wider than its place, a table scrolls in a frame of its own, which the keyboard has to reach.
  const frame = { class: 'drawing table', tabindex: 0, role: 'group' };
  const place = (name: string, label: string) =>
    element.querySelector(`[data-list="${name}"]`) ??
    element.appendChild(h(element.ownerDocument!, 'div', { ...frame, 'aria-label': label, 'data-list': name }));
  const known = new Set(['', ...lists.map(({ name }) => name)]);
  for (const child of element.querySelectorAll('[data-list]'))
    if (!known.has(child.getAttribute('data-list')!)) child.remove();
  paintTable(
    place('', w.title),
    {
      head: ['name', 'value'],
      rows: scalars.map(({ name, label, value }) => ({ key: name, cells: [label, shown(w, name, value)] })),
    },
    w.title,
    phase,
  );
  for (const { name, columns, rows } of lists) {
    const cells = rows.map((row, i) => ({ key: `${i}`, cells: row.map((value, j) => shown(w, columns[j]!, value)) }));
    const label = calledIn(w, name);
    paintTable(place(name, label), { head: columns.map((column) => calledIn(w, column)), rows: cells }, label, phase);
  }
}
