/** The few lines of DOM that the widgets need, over whichever document they are given: a server's or a browser's. */

// Files of their own: a page that needs these only, as it does before it is touched, loads no more.
import { isElement, isText } from './nodes.ts';

export { download } from './save.ts';
export { content, says } from './nodes.ts';

/** The namespace of SVG's elements. */
export const svgSpace = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number | boolean | undefined>;

/** Creates an element: `true` sets an empty attribute, `false` and `undefined` leave it out. */
export function h(
  document: Document,
  tag: string,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** Creates an element of SVG. */
export function svg(
  document: Document,
  tag: string,
  attributes: Record<string, string | number> = {},
  text = '',
): SVGElement {
  const element = document.createElementNS(svgSpace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== '') element.textContent = text;
  return element;
}

/** Sets an attribute, or removes it for `undefined`; touches nothing when it already is so. */
export function attribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Makes an element's children like others, changing no more than what differs. */
export function becomes(parent: Element, others: readonly Node[]): void {
  if (parent.childNodes.length !== others.length) return parent.replaceChildren(...others);
  [...parent.childNodes].forEach((child, i) => become(child, others[i]!));
}

/** Makes a node like another, or puts the other in its place where they are of different make. */
function become(node: ChildNode, other: Node): void {
  if (node === other) return;
  if (isText(node) && isText(other)) {
    if (node.data !== other.data) node.data = other.data;
  } else if (isElement(node) && isElement(other) && makeOf(node) === makeOf(other)) {
    for (const { name, value } of other.attributes) attribute(node, name, value);
    becomes(node, [...other.childNodes]);
  } else node.replaceWith(other);
}

/**
 * The make of an element: its kind, its term, and which attributes it has; that it is lit, or was, is no part of it.
 * Two of one make differ in values only.
 */
const makeOf = (element: Element): string =>
  `${element.localName} ${element.getAttribute('data-term') ?? ''} ${[...element.attributes]
    .filter(({ name, value }) => name !== 'class' || (value !== '' && value !== 'lit'))
    .map(({ name }) => name)
    .sort()
    .join(' ')}`;

/** Shows a value in a form field, both as what it holds now and as what the served HTML says. */
export function field(input: HTMLInputElement, value: string): void {
  if (input.value !== value) input.value = value;
  attribute(input, 'value', value);
}

/** What `find` finds for an element, looked for once: for what stays as long as the element does. */
export function once<T>(find: (element: Element) => T): (element: Element) => T {
  const found = new WeakMap<Element, { it: T }>();
  return (element) => {
    let known = found.get(element);
    if (!known) found.set(element, (known = { it: find(element) }));
    return known.it;
  };
}

/** The children that a parent was given by `keyed`, which alone gives it any. */
const standing = new WeakMap<Element, { keys: string[]; children: Element[] }>();

/** Makes `parent` hold one child for each key, in order; children of known keys are kept, so focus is, too. */
export function keyed<T>(
  parent: Element,
  items: readonly T[],
  key: (item: T) => string,
  create: (item: T) => Element,
  update: (element: Element, item: T, index: number) => void,
): void {
  const keys = items.map(key);
  const before = standing.get(parent);
  if (before && before.keys.length === keys.length && before.keys.every((name, i) => name === keys[i]))
    return items.forEach((item, i) => update(before.children[i]!, item, i));
  standing.delete(parent); // where what follows breaks off, nothing is known to stand there
  const known = new Map([...parent.children].map((child) => [child.getAttribute('data-key'), child]));
  const active = parent.ownerDocument.activeElement as HTMLElement | null | undefined;
  const focused = active && parent.contains(active) ? active : undefined;
  items.forEach((item, index) => {
    const name = keys[index]!;
    let child = known.get(name);
    if (child) known.delete(name);
    else {
      child = create(item);
      child.setAttribute('data-key', name);
    }
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
    update(child, item, index);
  });
  for (const child of known.values()) {
    // A browser would take the focus away in the middle of removing, and whoever hears of that may render again.
    if (focused && child.contains(focused)) focused.blur();
    child.remove();
  }
  // A child that was moved has lost the focus on the way.
  if (focused?.isConnected && parent.ownerDocument.activeElement !== focused) focused.focus();
  standing.set(parent, { keys, children: [...parent.children] });
}
