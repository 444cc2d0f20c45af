/**
 * The whole course on one page, as paper has it: nothing that answers a hand, every id once, and every link between the
 * chapters inside of the page.
 */
import { parseHTML } from 'linkedom';
import { h } from '../components/dom/elements.ts';
import { answersIn } from '../components/notebook/answers.ts';
import { nameFigures } from '../components/vocabulary/figure-names.ts';
import { listed } from '../components/widget/words.ts';

/** A chapter as its MDX comes to be written: its number, its name and its HTML. */
export interface Written {
  id: string;
  number: number;
  html: string;
}

/** What only answers a hand, and what it answers with. */
const answering = [
  'script',
  'button',
  'cell-tools',
  '.run',
  '.tools',
  '.edit',
  '.add',
  '.data',
  '.notice',
  '.trouble',
  '.verdict',
  '.done',
  '.offers',
  '.anchor',
  '[data-announce]',
  '[data-problem]',
  'select',
  'input[type=range]',
  '.control:not(:has(.rows-control))',
].join(', ');

/** Attributes that point at ids, several of them at many. */
const pointing = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list', 'headers'];

/** Takes away what would answer a hand, and leaves what it shows; what can be opened is told among the answers. */
function still(part: Element, document: Document): void {
  // What there is in both languages stands on paper once.
  for (const version of part.querySelectorAll('[data-version=python]')) version.remove();
  for (const match of part.querySelectorAll('.match')) {
    const choices = [...match.querySelectorAll('li:first-child option')].slice(1).map((option) => option.textContent!);
    match.querySelector('ul')!.after(h(document, 'p', {}, `To choose from: ${listed(choices)}.`));
  }
  for (const element of part.querySelectorAll(answering)) element.remove();
  for (const field of part.querySelectorAll('input')) field.replaceWith(field.getAttribute('value') ?? '…');
  for (const element of part.querySelectorAll('.plot[tabindex], .plot [tabindex]')) element.removeAttribute('tabindex');
  for (const cell of part.querySelectorAll('live-cell')) cell.removeAttribute('data-state');
  for (const live of part.querySelectorAll('live-widget')) {
    const figure = h(document, 'div', live.id ? { id: live.id } : {});
    figure.append(...live.childNodes);
    live.replaceWith(figure);
  }
  for (const details of part.querySelectorAll('details')) {
    if (!details.matches('.option:not(.answer)')) details.remove();
    else details.replaceWith(h(document, 'p', { class: 'to-choose' }, details.querySelector('summary')!.textContent!));
  }
}

/** Calls what has an id by another, wherever the part points at it. */
function rename(part: Element, call: (id: string) => string): void {
  for (const element of part.querySelectorAll('[id]')) element.id = call(element.id);
  for (const name of pointing)
    for (const element of part.querySelectorAll(`[${name}]`))
      element.setAttribute(name, element.getAttribute(name)!.split(/\s+/).map(call).join(' '));
  for (const element of part.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.startsWith('url(#')) element.setAttribute(name, `url(#${call(value.slice(5, -1))})`);
}

/** Headings one level lower: the page's own title is the first. */
function lower(part: Element, document: Document): void {
  for (const level of [5, 4, 3, 2])
    for (const heading of part.querySelectorAll(`h${level}`)) {
      const lowered = document.createElement(`h${level + 1}`);
      for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
      lowered.append(...heading.childNodes);
      heading.replaceWith(lowered);
    }
}

/**
 * Makes one page of chapters.
 *
 * @param site the address of the site's home page, with its final slash
 * @returns the HTML of each chapter, with its sections: an id that several have has the chapter's name before it
 */
export function bookOf(
  chapters: readonly Written[],
  site: string,
): { id: string; html: string; sections: { id: string; title: string }[] }[] {
  const parts = chapters.map(({ html, number, id }) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const part = document.createElement('div') as unknown as Element;
    part.innerHTML = nameFigures(html, number);
    const answers = answersIn(part);
    still(part, document as unknown as Document);
    lower(part, document as unknown as Document);
    if (answers) part.append(answers);
    return { id, part, ids: new Set([...part.querySelectorAll('[id]')].map((element) => element.id)) };
  });
  const names = new Set(chapters.map(({ id }) => id));
  const called = (chapter: string, id: string): string =>
    names.has(id) || parts.some((other) => other.id !== chapter && other.ids.has(id)) ? `${chapter}-${id}` : id;
  return parts.map(({ id, part }) => {
    rename(part, (one) => called(id, one));
    for (const link of part.querySelectorAll('a[href]')) {
      const { href, host, pathname, hash } = new URL(link.getAttribute('href')!, `${site}${id}/`);
      const chapter = pathname.slice(new URL(site).pathname.length, -1);
      // Of an address that carries the state of a figure the book has the figure.
      const anchor = decodeURIComponent(hash.slice(1)).split(/[&.]/)[0]!;
      const inside = host === new URL(site).host;
      if (inside && names.has(chapter)) link.setAttribute('href', `#${anchor ? called(chapter, anchor) : chapter}`);
      else if (inside) link.setAttribute('href', href.slice(new URL('/', site).href.length - 1));
    }
    const sections = [...part.querySelectorAll('h3[id]')].map((heading) => ({
      id: heading.id,
      title: heading.textContent!.trim(),
    }));
    return { id, html: part.innerHTML, sections };
  });
}
