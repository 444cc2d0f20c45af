/** The whole course on one page. That its ids are unique and its links lead somewhere is asked of every page. */
import { expect, it } from 'vitest';
import { chaptersOf, readSite } from './site.ts';

const site = readSite();
const book = site.pages.find(({ path }) => path === 'book/')!.document;
const chapters = chaptersOf(site);
const words = (element: Element) => element.textContent!.replace(/#\s*$/, '').replace(/\s+/g, ' ').trim();

it('has every chapter with all of its sections, figures and cells, in their order, and names them in its contents', () => {
  const titles = chapters.map(({ document }) => words(document.querySelector('h1')!));
  expect(titles.length).toBeGreaterThan(4);
  const articles = [...book.querySelectorAll('article')];
  expect(articles.map((article) => words(article.querySelector('h2')!)).sort()).toEqual(titles.sort());
  for (const article of articles) {
    const { document } = chapters.find(
      ({ document }) => words(document.querySelector('h1')!) === words(article.querySelector('h2')!),
    )!;
    const prose = document.querySelector('.prose')!;
    const sections = [...prose.querySelectorAll('h2')].map(words);
    expect([...article.querySelectorAll('h3[id]')].map(words)).toEqual(sections);
    for (const part of ['figure', 'live-cell:not([data-version=python]) pre.listing', 'figcaption b', '.katex-display'])
      expect(article.querySelectorAll(part).length, part).toBe(prose.querySelectorAll(part).length);
    const listed = [...book.querySelectorAll(`.toc li:has(> a[href="#${article.querySelector('h2')!.id}"]) li`)];
    expect(listed.map(words)).toEqual(sections);
  }
});

it('leads from chapter to chapter inside of the page', () => {
  const out = [...book.querySelectorAll('article a[href]')]
    .map((link) => new URL(link.getAttribute('href')!, new URL('book/', site.address)))
    .filter(({ href }) => chapters.some(({ path }) => href.startsWith(new URL(path, site.address).href)));
  expect(out.map(String)).toEqual([]);
  expect(book.querySelectorAll('article a[href^="#"]').length).toBeGreaterThan(20);
});

it('offers nothing to press, and answers every exercise at the end of its chapter', () => {
  expect(book.querySelectorAll('main :is(button, input, select, textarea, summary, script)').length).toBe(0);
  for (const article of book.querySelectorAll('article')) {
    const asked = [...article.querySelectorAll('exercise-box')].map((box) => box.getAttribute('aria-label'));
    const last = article.querySelector('.prose')!.lastElementChild!;
    expect(last.className).toBe('answers');
    expect([...last.querySelectorAll('h4')].map(words)).toEqual(asked);
    for (const heading of last.querySelectorAll('h4'))
      expect(words(heading.nextElementSibling!).length, words(heading)).toBeGreaterThan(20);
  }
});
