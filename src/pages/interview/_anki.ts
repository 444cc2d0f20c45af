/** Text and HTML as fields of Anki's text file. */
import { parseHTML } from 'linkedom';

/** TeX inside HTML: what HTML would read as markup is written as entities, and Anki's `{{` and `}}` are kept apart. */
export const escaped = (tex: string): string =>
  tex
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .trim();

/** Plain text inside HTML. */
export const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a page needs and a note does not. */
const pageOnly = 'script, style, link, template';
const pageOnlyAttribute = /^(class|style|aria-label|data-.*)$/;

/**
 * HTML as one field: on one line, quoted, with addresses that work away from the site.
 * @param address an absolute address for a path inside the site
 */
export function field(html: string, address: (path: string) => string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { body } = document;
  for (const element of [...body.querySelectorAll(pageOnly)]) element.remove();
  const comments = document.createTreeWalker(body, 128 /* comments */);
  const found: ChildNode[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as unknown as ChildNode);
  for (const comment of found) comment.remove();
  // White space is one space from here on: code keeps its lines by breaks.
  for (const pre of body.querySelectorAll('pre')) {
    const lines = pre.textContent!.split('\n');
    pre.replaceChildren(...lines.flatMap((line, i) => (i === 0 ? [line] : [document.createElement('br'), line])));
  }
  for (const asks of body.querySelectorAll('p.asks')) {
    const bold = document.createElement('b');
    bold.append(...asks.childNodes);
    asks.append(bold);
  }
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (pageOnlyAttribute.test(name)) element.removeAttribute(name);
    const href = element.getAttribute('href');
    if (href?.startsWith('/')) element.setAttribute('href', address(href.slice(1)));
  }
  const line = body.innerHTML.replace(/\s+/g, ' ').trim();
  return `"${line.replaceAll('"', '""')}"`;
}
