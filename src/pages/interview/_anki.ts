/** The text files that Anki imports: https://docs.ankiweb.net/importing/text-files.html. */
import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as Container } from 'astro/container';
import { parseHTML } from 'linkedom';
import { SITE_NAME } from '../../site.ts';

/** TeX inside HTML: what HTML would read as markup is written as entities, and Anki's `{{` and `}}` are kept apart. */
export const escaped = (tex: string): string =>
  plain(tex)
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .trim();

/** Plain text inside HTML. */
export const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What renders the text of cards outside of a page. */
export async function renderer(): Promise<Container> {
  const container = await Container.create();
  container.addServerRenderer({ name: 'mdx', renderer: mdx });
  return container;
}

/** An element of an HTML text that stands for it whole. */
export const parsed = (html: string): Element =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as Element;

/**
 * HTML as a card of Anki has it: on one line, without what only a page of this site understands.
 * @param site the address under which the site is published: links lead there; without one there are none
 */
export function cardHtml(html: string, site: string | undefined): string {
  const body = parsed(html.replace(/<!--[\s\S]*?-->/g, ''));
  for (const gone of body.querySelectorAll('script, style, link, template')) gone.remove();
  for (const pre of body.querySelectorAll('pre'))
    pre.innerHTML = plain(pre.textContent!.replace(/\n$/, '')).replaceAll('\n', '<br>');
  for (const asks of body.querySelectorAll('p.asks')) asks.innerHTML = `<b>${asks.innerHTML}</b>`;
  for (const link of body.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (/^[a-z]+:/.test(href)) continue;
    if (site && href.startsWith('/')) link.setAttribute('href', new URL(href, site).href);
    else link.replaceWith(...link.childNodes);
  }
  for (const element of body.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (name !== 'href') element.removeAttribute(name);
  return body.innerHTML.replace(/\s+/g, ' ').trim();
}

/** A note: what it is known by, and keeps whatever becomes of its text; front and back as HTML; tags. */
export interface Note {
  id: string;
  front: string;
  back: string;
  tags: string[];
}

/** Notes as one file, which a newer one updates: Anki knows a note by its first column. */
export function ankiFile(deck: string, notes: Note[]): Response {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    '#separator:tab',
    '#html:true',
    `#deck:${deck}`,
    '#notetype:Basic',
    '#columns:Id\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
    ...notes.map(({ id, front, back, tags }) => [id, front, back, tags.join(' ')].map(quoted).join('\t')),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Where Anki keeps the notes of both files. */
export const decks = { full: SITE_NAME, atoms: `${SITE_NAME}::One question at a time` };
