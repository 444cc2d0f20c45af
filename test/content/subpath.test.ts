import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, folder } from './build.ts';
import { deadLinks, foreignLinks, sitemap } from './links.ts';
import { readSite, type BuiltSite } from './site.ts';

const address = 'https://example.org/some/sub/path/';
let site: BuiltSite;
let remove = async () => {};

beforeAll(async () => {
  const temporary = await folder();
  remove = temporary.remove;
  const { code, output } = await build({
    outDir: temporary.at,
    env: { SITE: 'https://example.org', BASE: '/some/sub/path/' },
  });
  expect(code, output).toBe(0);
  site = readSite(temporary.at);
}, 120_000);
afterAll(() => remove());

it('has the same pages under another address as at home', () => {
  expect(site.pages.map((page) => page.path)).toEqual(readSite().pages.map((page) => page.path));
});

it('says of every page that it is at that address', () => {
  expect(site.address.href).toBe(address);
  expect(sitemap(site).length).toBeGreaterThan(0);
  expect(sitemap(site).filter((location) => !location.startsWith(address))).toEqual([]);
  for (const { document } of site.pages) {
    expect(document.querySelector('meta[property="og:image"]')!.getAttribute('content')).toContain(address);
  }
});

it('leads nowhere that is not there, and nowhere else', () => {
  expect(deadLinks(site)).toEqual([]);
  expect(foreignLinks(site)).toEqual([]);
});

it('loads its code and its fonts from below that address', () => {
  const sources = site.pages.flatMap(({ html }) =>
    [...html.matchAll(/(?:src|href)="([^"]*_astro[^"]*)"/g)].map(([, to]) => to!),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((to) => !to.startsWith('/some/sub/path/_astro/'))).toEqual([]);
  const code = [...site.files]
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(site.dir, file), 'utf8'));
  expect(code.join('').match(/["'`]\/_astro\//g)).toBeNull();
});
