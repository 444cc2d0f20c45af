/**
 * Refuses names that nobody gave, at build: those that a widget's own drawings and sentence use, and those that a Live
 * in a chapter asks for. What types can refuse, they do (see widget/contract.ts).
 */
import { expectedOneOf } from '../../src/names.ts';
import { parseParams } from '../widget/address.ts';
import type { AnyWidget, Params } from '../widget/contract.ts';
import { termOf } from '../widget/kinds/rows.ts';
import { authorOf, layoutOf, namesOf, readParams, settle } from '../widget/state.ts';

/** The names that an element or one of its parts gives in an attribute, each with the element. */
const namesGiven = (root: Element, attribute: string): [name: string, element: Element][] =>
  [...root.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
    element
      .getAttribute(attribute)!
      .split(' ')
      .map((name): [string, Element] => [name, element]),
  );

/** The terms of a widget in some state: what it declares, and each row by its label. */
function termsIn(w: AnyWidget, state: Record<string, unknown>): Set<string> {
  const rows = Object.values(state).flatMap((value) => (Array.isArray(value) ? (value as { label?: unknown }[]) : []));
  const labels = rows.map((row) => row?.label).filter((label) => typeof label === 'string');
  return new Set([...namesOf(w, state).terms, ...labels.map(termOf)]);
}

/** A name in a Live that its widget does not have, and where it is written, if that is known. */
export interface Unknown {
  what: string;
  at: string | undefined;
}

const placeOf = (element: Element): string | undefined =>
  element.closest('[data-at]')?.getAttribute('data-at') ?? undefined;

/** The first slot, list, part, term or parameter of a Live that its widget does not have. */
export function unknownIn(
  root: Element,
  name: string,
  w: AnyWidget,
  state: Record<string, unknown>,
): Unknown | undefined {
  const { slots, lists } = namesOf(w, state);
  const asked: [attribute: string, what: string, known: Iterable<string>][] = [
    ['data-slot', 'slot', slots],
    ['data-each', 'list', lists],
    ['data-shows', 'drawing, control or action', [...layoutOf(w).flat(), ...Object.keys(w.actions ?? {})]],
    ['data-term', 'term', termsIn(w, state)],
  ];
  for (const [attribute, what, known] of asked) {
    const all = new Set(known);
    for (const [given, element] of namesGiven(root, attribute)) {
      const plain = given.replace(/^\((.*)\)$/, '$1');
      if (!all.has(plain))
        return { what: `${name} has no ${what} ${plain}; ${expectedOneOf(plain, all)}`, at: placeOf(element) };
    }
  }
  for (const step of root.querySelectorAll('[data-set]')) {
    const { problems } = readParams(w, parseParams(step.getAttribute('data-set')!), authorOf(w));
    if (problems.length > 0) return { what: `a step sets ${problems.join(' ')}`, at: placeOf(step) };
  }
  return undefined;
}

/** A state of a widget, as it was rendered. */
export interface Rendered {
  root: Element;
  state: Record<string, unknown>;
}

/** The author's parameters of a widget, and both ends of their range. */
export const statesToCheck = (w: AnyWidget): Record<string, any>[] => [
  authorOf(w),
  ...(['min', 'max'] as const).map((end) =>
    settle(w, Object.fromEntries(Object.entries(w.params as Params).map(([name, kind]) => [name, kind.range[end]]))),
  ),
];

/** Where in a widget's figure an element stands. */
function partOf(element: Element): string {
  const drawing = element.closest('[data-draw]');
  const control = element.closest('[data-param]');
  if (drawing) return `drawing ${drawing.getAttribute('data-draw')}`;
  return control ? `control ${control.getAttribute('data-param')}` : 'sentence';
}

/** Refuses a term that a widget's drawings and sentence mark, and that it does not have; gives those that they mark. */
export function checkMarks(name: string, w: AnyWidget, { root, state }: Rendered): string[] {
  const known = termsIn(w, state);
  return namesGiven(root, 'data-term').map(([term, element]) => {
    if (known.has(term)) return term;
    throw new RangeError(
      `components/widgets/${name}.ts: its ${partOf(element)} marks no such term: ${term}; ${expectedOneOf(term, known)}`,
    );
  });
}

/** Refuses a widget that marks a term it does not have, or that lists one among its `terms` and never marks it. */
export function checkWidget(name: string, w: AnyWidget, rendered: readonly Rendered[]): void {
  const marked = new Set(rendered.flatMap((one) => checkMarks(name, w, one)));
  for (const term of w.terms ?? [])
    if (!marked.has(term))
      throw new RangeError(
        `components/widgets/${name}.ts: its terms list ${term}, which no drawing and no sentence marks; ${expectedOneOf(term, marked)}`,
      );
}
