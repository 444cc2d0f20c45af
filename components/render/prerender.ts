/** Renders a widget and the text around it at build, into a server's document: the page arrives complete. */
import { parseHTML } from 'linkedom';
import { expectedOneOf, noSuch } from '../../src/names.ts';
import { render } from './render.ts';
import type { AnyWidget } from '../widget/contract.ts';
import { layoutOf, namesOf, startOf, stateOf } from '../widget/state.ts';

const all = import.meta.glob<AnyWidget>('../widgets/*.ts', { eager: true, import: 'default' });

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

/**
 * The HTML of a Live: `html` with its slots, formulas and figure filled for the author's parameters.
 * @throws RangeError for an unknown widget, parameter, slot, term or part of a figure, with the known ones
 */
export function prerender(name: string, id: string, given: string, html: string): string {
  const w = widgetNamed(name);
  const params = startOf(w, given);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = document.createElement('div');
  root.innerHTML = html;
  if (root.querySelector('live-widget'))
    throw new RangeError(`a Live inside of a Live: ${id}; expected one beside the other`);
  if (!root.querySelector('[data-figure]')) {
    const figure = document.createElement('figure');
    figure.setAttribute('data-figure', '');
    figure.setAttribute('class', 'widget');
    root.append(figure);
  }
  checkNames(root as unknown as Element, name, w, stateOf(w, params));
  render(root as unknown as Element, w, params, { id });
  return root.innerHTML;
}

/** Refuses slots, lists, terms and parts that the widget doesn't have. */
function checkNames(root: Element, name: string, w: AnyWidget, state: Record<string, unknown>): void {
  const { slots, lists, terms } = namesOf(w, state);
  const refuse = (what: string, unknown: string, known: string[]) => {
    throw new RangeError(`${name} has no ${what} ${unknown}; ${expectedOneOf(unknown, known)}`);
  };
  for (const element of root.querySelectorAll('[data-slot]')) {
    const slot = element.getAttribute('data-slot')!.replace(/^\((.*)\)$/, '$1');
    if (!slots.includes(slot)) refuse('slot', slot, slots);
  }
  for (const element of root.querySelectorAll('[data-each]')) {
    const list = element.getAttribute('data-each')!;
    if (!lists.includes(list)) refuse('list', list, lists);
  }
  for (const element of root.querySelectorAll('[data-shows]')) {
    const parts = layoutOf(w).flat();
    for (const part of element.getAttribute('data-shows')!.split(' ')) {
      if (!parts.includes(part)) refuse('drawing or control', part, parts);
    }
  }
  for (const element of root.querySelectorAll('[data-term]')) {
    for (const term of element.getAttribute('data-term')!.split(' ')) {
      if (!terms.includes(term) && !term.startsWith('row:')) refuse('term', term, terms);
    }
  }
}
