/** Renders a widget and the text around it at build, into a server's document: the page arrives complete. */
import { parseHTML } from 'linkedom';
import { noSuch } from '../../src/names.ts';
import { loadPlot } from '../draw/plot.ts';
import type { AnyWidget } from '../widget/contract.ts';
import { startOf, stateOf } from '../widget/state.ts';
import { checkWidget, statesToCheck, unknownIn } from './known-names.ts';
import { render } from './render.ts';
import { roomForWords } from './sentence-room.ts';

const all = import.meta.glob<AnyWidget>('../widgets/*.ts', { eager: true, import: 'default' });

// A page arrives complete: whatever stays is drawn at build.
await loadPlot();

/** Every widget by its file's name. */
export const widgets: ReadonlyMap<string, AnyWidget> = new Map(
  Object.entries(all).map(([path, found]) => [path.replace(/^.*\/|\.ts$/g, ''), found]),
);

/**
 * Finds a widget by name.
 * @throws RangeError that lists the known ones
 */
export function widgetNamed(name: string): AnyWidget {
  const found = widgets.get(name);
  if (!found) throw new RangeError(noSuch('widget', name, widgets.keys()));
  return found;
}

/** An element on a document of its own, with a figure for a widget. */
function rootFor(html: string): Element {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = document.createElement('div');
  root.innerHTML = html;
  if (!root.querySelector('[data-figure]')) {
    const figure = document.createElement('figure');
    figure.setAttribute('data-figure', '');
    figure.setAttribute('class', 'widget');
    root.append(figure);
  }
  return root as unknown as Element;
}

/** The widgets whose own names were found to be right. */
const checked = new Set<AnyWidget>();

function checkOnce(name: string, w: AnyWidget): void {
  if (checked.has(w)) return;
  const rendered = statesToCheck(w).map((params) => {
    const root = rootFor('');
    render(root, w, params, { id: name });
    return { root, state: stateOf(w, params) };
  });
  checkWidget(name, w, rendered);
  checked.add(w);
}

/** Gives what prose and formulas show of a widget the color of the function that it comes from, at rest too. */
function tint(root: Element, { tones = {} }: AnyWidget): void {
  for (const element of root.querySelectorAll('.katex-html [data-term], .slot')) {
    const tone = tones[element.getAttribute('data-term')!];
    if (tone) element.setAttribute('data-tone', tone);
  }
}

/**
 * The HTML of a Live: `html` with its slots, formulas and figure filled for the author's parameters.
 * @param at where it stands in which file, for the message
 * @throws RangeError for an unknown widget, parameter, slot, term or part of a figure, with the known ones
 */
export function prerender(name: string, id: string, given: string, html: string, at = 'a page'): string {
  let place = at;
  try {
    const w = widgetNamed(name);
    checkOnce(name, w);
    const params = startOf(w, given);
    const root = rootFor(html);
    if (root.querySelector('live-widget'))
      throw new RangeError(`a Live inside of a Live: ${id}; expected one beside the other`);
    const unknown = unknownIn(root, name, w, stateOf(w, params));
    if (unknown) {
      place = unknown.at ?? at;
      throw new RangeError(unknown.what);
    }
    // What says where it is written, until it is filled: see layouts/Base.astro.
    for (const element of root.querySelectorAll('[data-at]')) element.removeAttribute('data-at');
    tint(root, w);
    render(root, w, params, { id });
    for (const sentence of root.querySelectorAll('[data-say]')) sentence.setAttribute('style', roomForWords(w, params));
    // Before there is code, fields are text: <live-widget> opens them.
    for (const field of root.querySelectorAll('[data-typing]')) {
      field.setAttribute('readonly', '');
      field.setAttribute('tabindex', '-1');
    }
    return root.innerHTML;
  } catch (error) {
    throw new RangeError(`${place}: Live ${id}: ${(error as Error).message}`, { cause: error });
  }
}
