/**
 * A visit: a page of the built site in a browser of its own, as far as storage and permissions go. Whatever a test is
 * about, the page may not complain on the console, ask another host for anything, or ask for what is not there.
 */
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type Download,
  type Page,
  type Request,
} from 'playwright-core';
import { inject, test as plain, expect } from 'vitest';
import { chaptersOf, readSite, type BuiltPage } from '../content/site.ts';
import { isTouchedPage } from '../touched.ts';

export { expect, describe } from 'vitest';

export const site = readSite();

/** The pages to go over. */
export const pages = site.pages.filter(isTouchedPage);

/** What makes a page like others: the folder of pages that one file makes; of an exercise its kind, too. */
const likeness = ({ path, document }: BuiltPage): string => {
  const [folder] = /^(embed|exercises|interview\/whiteboard)\/(?=.)/.exec(path) ?? [path];
  return `${folder} ${document.querySelector('main exercise-box')?.getAttribute('data-kind') ?? ''}`;
};

/** Of these the first of those that are alike. What is special to each stands on the page of all figures, or in the book. */
export const samples = pages.filter((page) => pages.find((other) => likeness(other) === likeness(page)) === page);

/** The chapters to go over. */
export const chapters = chaptersOf(site).filter(isTouchedPage);

const home = inject('home');

/** The browser that all files of a worker share; it ends with the worker. */
export const browser = await chromium.launch({ executablePath: inject('chromium') });

/** The widths that pages are looked at. */
export const widths = { phone: { width: 375, height: 740 }, desk: { width: 1280, height: 900 } } as const;

export interface VisitOptions extends BrowserContextOptions {
  /** Run in the page before its own scripts. */
  scripts?: (() => void)[];
  /** Done before the page is asked for: what listens. Such a visit has a browser that is new in all respects. */
  before?: (page: Page, context: BrowserContext) => Promise<unknown>;
  /** What comes between the page and the site: routes, which go again with the visit. */
  between?: (page: Page) => Promise<unknown>;
  /** Trouble that the test makes on purpose. */
  expects?: RegExp;
}

export type Visit = (path: string, options?: VisitOptions) => Promise<Page>;

/** A page in a context of its own, and whom it tells of its trouble. */
interface Tab {
  page: Page;
  context: BrowserContext;
  note: (what: string) => void;
}

async function newTab(options: BrowserContextOptions, scripts: (() => void)[]): Promise<Tab> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  for (const script of scripts) await context.addInitScript(script);
  const tab: Tab = { context, page: await context.newPage(), note: () => {} };
  context.on('console', (message) => {
    if (message.type() === 'error') tab.note(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => tab.note(`uncaught: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    tab.note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(home)) tab.note(`asks ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left behind stops asking; what it made itself comes from nowhere.
    if (reason !== 'net::ERR_ABORTED' && !request.url().startsWith('blob:'))
      tab.note(`failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) tab.note(`${response.status()}: ${response.url()}`);
  });
  count(tab.page);
  return tab;
}

/**
 * Tabs that were used and tidied up, by their options. A new tab costs as much as loading a page into one that is
 * there: it has no process, no window and no cache yet.
 */
const tidy = new Map<string, Tab[]>();

/** Leaves a tab as if nobody had been there: no storage, no page, no pointer on anything. */
async function tidyUp(kind: string, tab: Tab): Promise<void> {
  const { page, context } = tab;
  tab.note = () => {};
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  await context.setOffline(false);
  await page.mouse.up();
  await page.mouse.move(0, 0);
  // A file of the site that runs nothing: the storage is the site's.
  await page.goto(`${home}robots.txt`);
  await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));
  tidy.set(kind, [...(tidy.get(kind) ?? []), tab]);
}

/** A test with visits, which fails too where a page was in trouble that the test did not expect. */
export const test = plain.extend<{ visit: Visit }>({
  visit: async ({ task }, use) => {
    const tabs: { tab: Tab; kind: string | undefined }[] = [];
    const trouble: string[] = [];
    await use(
      async (
        path,
        { before, between, expects, scripts = [], viewport, colorScheme, reducedMotion, ...options } = {},
      ) => {
        const kind = before ? undefined : JSON.stringify([options, scripts.map(String)]);
        const tab = (kind && tidy.get(kind)?.pop()) || (await newTab(options, scripts));
        tabs.push({ tab, kind });
        tab.note = (what) => {
          if (!expects?.test(what)) trouble.push(`${path}: ${what}`);
        };
        const { page, context } = tab;
        await page.setViewportSize(viewport ?? widths.desk);
        await page.emulateMedia({
          media: null,
          colorScheme: colorScheme ?? 'light',
          reducedMotion: reducedMotion ?? 'no-preference',
          forcedColors: options.forcedColors ?? null,
          contrast: options.contrast ?? null,
        });
        traffic.get(page)!.under.clear();
        await before?.(page, context);
        await between?.(page);
        await page.goto(home + path);
        return page;
      },
    );
    // What a test that failed has left behind is thrown away.
    const sound = task.result?.state !== 'fail' && !task.result?.errors?.length && trouble.length === 0;
    for (const { tab, kind } of tabs)
      await (sound && kind && !tab.page.isClosed()
        ? tidyUp(kind, tab).catch(() => tab.context.close())
        : tab.context.close());
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

/** The requests that a page waits for, how many it has made, and when that last changed. */
const traffic = new WeakMap<Page, { under: Set<Request>; asked: number; since: number }>();

function count(page: Page): void {
  const seen = { under: new Set<Request>(), asked: 0, since: Date.now() };
  traffic.set(page, seen);
  page.on('request', (request) => {
    seen.under.add(request);
    seen.asked++;
    seen.since = Date.now();
  });
  const ended = (request: Request) => {
    seen.under.delete(request);
    seen.since = Date.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/** Waits for a page to have run what it has: twice, a frame is drawn and then there is nothing to do. */
const ran = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 2; i++)
      await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 200 })));
  });

/**
 * Waits until a page has all that it asked for, and did not ask for more when that had run, so that code that was on its
 * way has arrived and run.
 *
 * @param ms how long ago it must have asked for something at least
 */
export async function quiet(page: Page, ms = 50): Promise<void> {
  const seen = traffic.get(page)!;
  for (let asked = -1; asked !== seen.asked;) {
    asked = seen.asked;
    while (seen.under.size > 0 || Date.now() - seen.since < ms) await new Promise((resolve) => setTimeout(resolve, 10));
    await ran(page);
  }
  await page.evaluate(() => document.fonts.ready);
}
