import { describe, expect, it } from 'vitest';
import { deadLinks, foreignLinks, sitemap } from './links.ts';
import { readSite } from './site.ts';

const site = readSite();
const twice = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i);

it('has a home page, the five chapters of the spine, the gallery, and a page for what is not there', () => {
  const spine = ['sigmoid/', 'softmax/', 'two-classes/', 'overflow/', 'max-trick/'];
  expect(site.pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['', ...spine, 'widgets/', '404.html']));
});

it('follows every link, anchor, style and picture to something that is there', () => {
  expect(deadLinks(site)).toEqual([]);
});

it('points to other hosts only from the text of a page', () => {
  expect(foreignLinks(site)).toEqual([]);
});

it('lists every page that may be found in its sitemap, and no other', () => {
  const findable = site.pages.filter(({ document }) => !document.querySelector('meta[name=robots]'));
  expect(sitemap(site).sort()).toEqual(findable.map(({ path }) => new URL(path, site.address).href).sort());
});

it('gives no two pages the same title or description', () => {
  expect(twice(site.pages.map(({ document }) => document.title))).toEqual([]);
  expect(
    twice(site.pages.map(({ document }) => document.querySelector('meta[name=description]')!.getAttribute('content')!)),
  ).toEqual([]);
});

describe.each(site.pages.map((page) => [page.path || 'home', page] as const))('%s', (_, { path, document }) => {
  const meta = (name: string) =>
    document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? '';
  const hidden = meta('robots').includes('noindex');

  it('says its language, title, description and address', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.title.trim()).not.toBe('');
    expect(meta('description').trim()).not.toBe('');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      hidden ? undefined : new URL(path, site.address).href,
    );
  });

  it('can be shared with a title, a description, an address and a picture', () => {
    expect(meta('og:title').trim()).not.toBe('');
    expect(meta('og:description')).toBe(meta('description'));
    expect(meta('og:url')).toBe(hidden ? '' : new URL(path, site.address).href);
    expect(new URL(meta('og:image')).href).toMatch(new RegExp(`^${site.address.href}.*\\.png$`));
  });

  it('has one first heading, and no heading that skips a level', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) =>
      Number(localName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
  });

  it('gives every id once, and refers only to ids that are there', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(twice(ids)).toEqual([]);
    const asked = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name)!.split(/\s+/)),
    );
    const painted = [...document.querySelectorAll('[clip-path], [fill], [stroke], [mask], [filter]')].flatMap(
      (element) =>
        ['clip-path', 'fill', 'stroke', 'mask', 'filter'].flatMap(
          (name) => /url\(#([^)]*)\)/.exec(element.getAttribute(name) ?? '')?.[1] ?? [],
        ),
    );
    expect([...asked, ...painted].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('names every button, field and link', () => {
    const nameless = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
      (element) =>
        !element.textContent?.trim() &&
        !element.getAttribute('aria-label') &&
        !element.getAttribute('aria-labelledby') &&
        !element.closest('label')?.textContent?.trim() &&
        !(element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent?.trim()),
    );
    expect(nameless.map((element) => element.outerHTML)).toEqual([]);
  });
});
