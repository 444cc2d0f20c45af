/** The few lines of DOM that the widgets need, over whichever document they are given: a server's or a browser's. */

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

/** Sets an attribute, or removes it for `undefined`; touches nothing when it already is so. */
export function attribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets an element's text; touches nothing when it already is so. */
export function content(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows a value in a form field, both as what it holds now and as what the served HTML says. */
export function field(input: HTMLInputElement, value: string): void {
  if (input.value !== value) input.value = value;
  attribute(input, 'value', value);
}

/** Makes `parent` hold one child for each key, in order; children of known keys are kept, so focus is, too. */
export function keyed<T>(
  parent: Element,
  items: readonly T[],
  key: (item: T) => string,
  create: (item: T) => Element,
  update: (element: Element, item: T, index: number) => void,
): void {
  const known = new Map([...parent.children].map((child) => [child.getAttribute('data-key'), child]));
  const active = parent.ownerDocument.activeElement as HTMLElement | null | undefined;
  const focused = active && parent.contains(active) ? active : undefined;
  items.forEach((item, index) => {
    const name = key(item);
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
}
