/**
 * A visit: a page of the built site in a browser of its own, as far as storage and permissions go. Whatever a test is
 * about, the page may not complain on the console, ask another host for anything, or ask for what is not there.
 */
import { chromium, type BrowserContext, type BrowserContextOptions, type Download, type Page } from 'playwright-core';
import { afterAll, inject, test as plain, expect } from 'vitest';
import { readSite } from '../content/site.ts';

export { expect, describe } from 'vitest';

export const site = readSite();

/** Every page that stands alone, and of pages that are made alike (exercises, embedded figures) the first of each folder. */
export const samples = site.pages.filter(({ path }) => {
  const alike = site.pages.filter((page) => page.path.replace(/[^/]+\/$/, '') === path.replace(/[^/]+\/$/, ''));
  return path.split('/').length < 3 || alike[0]!.path === path;
});
const home = inject('home');
const browser = await chromium.connect(inject('browser'));
afterAll(() => browser.close());

/** The widths that pages are looked at. */
export const widths = { phone: { width: 375, height: 740 }, desk: { width: 1280, height: 900 } } as const;

export interface VisitOptions extends BrowserContextOptions {
  /** Done before the page is asked for: routes, scripts, permissions. */
  before?: (page: Page, context: BrowserContext) => Promise<unknown>;
  /** Trouble that the test makes on purpose. */
  expects?: RegExp;
}

export type Visit = (path: string, options?: VisitOptions) => Promise<Page>;

/** A test with visits, which fails too where a page was in trouble that the test did not expect. */
export const test = plain.extend<{ visit: Visit }>({
  visit: async ({}, use) => {
    const contexts: BrowserContext[] = [];
    const trouble: string[] = [];
    await use(async (path, { before, expects, ...options } = {}) => {
      const context = await browser.newContext({ viewport: widths.desk, ...options });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      const note = (what: string) => {
        if (!expects?.test(what)) trouble.push(`${path}: ${what}`);
      };
      context.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
      context.on('dialog', (dialog) => {
        note(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(home)) note(`asks ${request.url()}`);
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? '';
        // A page that is left behind stops asking; what it made itself comes from nowhere.
        if (reason !== 'net::ERR_ABORTED' && !request.url().startsWith('blob:'))
          note(`failed: ${request.url()} ${reason}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
      });
      const page = await context.newPage();
      count(page);
      await before?.(page, context);
      await page.goto(home + path);
      return page;
    });
    for (const context of contexts) await context.close();
    none(trouble);
  },
});

/** What a download holds. */
export async function textOf(download: Download): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Expects a list of complaints to be empty, and shows the first of them where it is not. */
export const none = (complaints: string[], where = ''): void =>
  expect(complaints, [where, ...complaints.slice(0, 8)].join('\n')).toEqual([]);

/** The requests that a page waits for, and when that last changed. */
const traffic = new WeakMap<Page, { under: number; since: number }>();

function count(page: Page): void {
  const seen = { under: 0, since: Date.now() };
  traffic.set(page, seen);
  const change = (by: number) => () => Object.assign(seen, { under: seen.under + by, since: Date.now() });
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
}

/** Waits until a page has asked for nothing for a while, so that code that was on its way has arrived and run. */
export async function quiet(page: Page, ms = 200): Promise<void> {
  const seen = traffic.get(page)!;
  while (seen.under > 0 || Date.now() - seen.since < ms) await new Promise((resolve) => setTimeout(resolve, 20));
  await page.evaluate(() => document.fonts.ready);
}
