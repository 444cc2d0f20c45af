/** What stands for a page elsewhere: its picture where its address is shared, its figure in little in the lists. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { widgets } from '../../components/render/prerender.ts';
import { chaptersOf, readSite, type BuiltPage } from './site.ts';

const site = readSite();
const embeds = site.pages.filter(({ path }) => /^embed\/./.test(path));

const said = ({ document }: BuiltPage, property: string): string =>
  document.querySelector(`meta[property="${property}"]`)!.getAttribute('content')!;

/** The file of the picture that a page names. */
const fileOf = (page: BuiltPage): string => said(page, 'og:image').slice(site.address.href.length);

/** The picture that a page names. */
const pictureOf = (page: BuiltPage): Buffer => readFileSync(path.join(site.dir, fileOf(page)));

it('every page names a picture by its whole address: a PNG of the size that it says, of at most 60 kB, with words for it', () => {
  for (const page of site.pages) {
    expect(said(page, 'og:image').startsWith(site.address.href), page.path).toBe(true);
    expect(site.files.has(fileOf(page)), page.path).toBe(true);
    const picture = pictureOf(page);
    expect(picture.length, page.path).toBeLessThanOrEqual(60_000);
    expect(picture.subarray(1, 4).toString(), page.path).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], page.path).toEqual([1200, 630]);
    expect(['width', 'height'].map((side) => Number(said(page, `og:image:${side}`)))).toEqual([1200, 630]);
    expect(said(page, 'og:image:alt').trim()).not.toBe('');
    expect(page.document.querySelector('meta[name="twitter:card"]')!.getAttribute('content')).toBe(
      'summary_large_image',
    );
  }
});

it('every chapter and every widget has a picture of its own', () => {
  const own = [...chaptersOf(site), ...embeds, site.pages.find(({ path }) => path === '')!];
  expect(embeds.length).toBe(widgets.size);
  const hashes = own.map((page) => createHash('sha256').update(pictureOf(page)).digest('hex'));
  expect(new Set(hashes).size).toBe(own.length);
});

const pageAt = (path: string) => site.pages.find((page) => page.path === path)!;

it.each([
  ['', chaptersOf(site).length, '.chapters a'],
  ['widgets/', widgets.size, '.gallery a'],
])('%s shows each in little, in the colors of its theme, as a link whose words are its title', (at, count, links) => {
  const all = [...pageAt(at).document.querySelectorAll(links)];
  expect(all.length).toBe(count);
  for (const link of all) {
    const drawing = link.querySelector('svg.miniature')!;
    expect(drawing.getAttribute('aria-hidden')).toBe('true');
    expect(drawing.querySelectorAll('path, line, rect, circle').length).toBeGreaterThan(2);
    expect(drawing.querySelector('[id], [data-term], text')).toBeNull();
    for (const shape of drawing.querySelectorAll('[fill], [stroke]'))
      for (const name of ['fill', 'stroke'])
        expect(shape.getAttribute(name) ?? 'none').toMatch(/^(none|currentColor|.*var\(--[\w-]+\).*)$/);
    expect(link.textContent!.trim()).not.toBe('');
  }
});

it('the gallery has no figure that needs code, and the home page has the one that it opens on', () => {
  const lives = (at: string) => [...pageAt(at).document.querySelectorAll('live-widget')].map(({ id }) => id);
  expect(lives('widgets/')).toEqual([]);
  expect(lives('')).toEqual(['breaking-point']);
});

it('the gallery goes in the order of the chapters, and the page of both ends has every widget three times', () => {
  const number = ({ document }: BuiltPage) => Number(/\d+/.exec(document.querySelector('.over')!.textContent!));
  const order = chaptersOf(site)
    .sort((a, b) => number(a) - number(b))
    .map(({ path }) => path);
  const places = [...pageAt('widgets/').document.querySelectorAll('.gallery a')].map((link) =>
    order.indexOf(link.getAttribute('href')!.replace(/^.*?([^/]+\/)#.*$/, '$1')),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(pageAt('widgets/extremes/').document.querySelectorAll('live-widget').length).toBe(3 * widgets.size);
});
