/** What a node says. */

/** Whether a node is a text. */
export const isText = (node: Node | null | undefined): node is Text => node?.nodeType === 3;
/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Sets an element's text; touches nothing when it already is so. */
export function content(element: Element, text: string): void {
  const only = element.firstChild;
  // A text that changes costs a browser far less than one that is replaced; without words there is none.
  if (text !== '' && isText(only) && !only.nextSibling) {
    if (only.data !== text) only.data = text;
  } else if (element.textContent !== text) element.textContent = text;
}

/** Has a node say something: a text by itself, or an element. */
export function says(node: Node, text: string): void {
  if (isElement(node)) content(node, text);
  else if (isText(node) && node.data !== text) node.data = text;
}
