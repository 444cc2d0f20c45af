/** What comes from outside of the page: translation, another direction, an address on its way, a frame, no JavaScript. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { dist, readSite } from '../content/site.ts';
import { byKeyboard, controls, figureOf, lives, open, rest } from './live.ts';
import { describe, expect, none, quiet, test } from './visit.ts';

const [, live] = lives.find(([, { path }]) => path === 'sigmoid/')!;
const base = readSite().address.pathname;
const slider = `${figureOf(live)} input[type=range]`;

test('every link of the contents marks its section, wherever the jump came from', async ({ visit }) => {
  const page = await visit('softmax/', { reducedMotion: 'reduce' });
  const links = page.locator('.contents a');
  const count = await links.count();
  expect(count).toBeGreaterThan(3);
  for (const at of [count - 2, 1, count - 3, 0]) {
    await links.nth(at).click();
    await expect
      .poll(() => page.locator('.contents a[aria-current]').textContent())
      .toBe(await links.nth(at).textContent());
  }
});

test('without JavaScript numbers and names are text', async ({ visit }) => {
  const page = await visit('softmax/', { javaScriptEnabled: false });
  // Without scripts in the page nothing can be asked of it but by the keyboard and the eye.
  const fields = page.locator('.rows input[type=text]');
  expect(await fields.count()).toBeGreaterThan(5);
  for (const field of await fields.all()) {
    expect(await field.getAttribute('readonly')).toBe('');
    expect(await field.getAttribute('tabindex')).toBe('-1');
  }
});

test('with JavaScript they are fields', async ({ visit }) => {
  const page = await visit('softmax/');
  expect(await page.locator('[data-figure] input:is([readonly], [tabindex])').count()).toBe(0);
});

describe('in a text that runs from right to left', () => {
  /** Where everything in formulas, drawings, sliders and code stands, from the left of its own part. */
  const geometry = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.katex-html .base, .drawing.plot, .track, [data-code] pre')].flatMap((part) => {
        const { left } = part.getBoundingClientRect();
        const inside = [part, ...part.querySelectorAll('.mord, .mrel, .mbin, text, path, circle, input, span[style]')];
        return inside
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => {
            const box = element.getBoundingClientRect();
            const what = `${element.localName}.${element.getAttribute('class')} ${element.textContent!.slice(0, 12)}`;
            return `${what} ${Math.round(box.left - left)} ${Math.round(box.width)} ${getComputedStyle(element).direction}`;
          });
      }),
    );

  test('formulas, drawings, sliders and code keep their direction', async ({ visit }) => {
    const page = await visit('sigmoid/');
    await quiet(page);
    const before = await geometry(page);
    expect(before.length).toBeGreaterThan(200);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const after = await geometry(page);
    none(after.flatMap((line, i) => (line === before[i] ? [] : [`${line}; before: ${before[i]}`])));
  });
});

test.for(lives.filter(([, { path }]) => path !== ''))(
  'a translated text goes on saying what its figure shows, formulas with it: %s',
  async ([, each], { visit }) => {
    const page = await open(visit, each);
    const texts = () =>
      page.evaluate((id) => {
        const all = document.getElementById(id)!;
        return [...all.querySelectorAll('[data-say], p:has([data-slot]), .katex-display')].map(
          (one) => one.textContent,
        );
      }, each.id);
    /** What stands there when the first control was moved and let go, and when all was reset. */
    const answers = async () => {
      const [control] = await controls(page, each);
      await byKeyboard(page, each, control!);
      await rest(page);
      const moved = await texts();
      await page.locator(`${figureOf(each)} [data-command=reset]`).click();
      await rest(page);
      return [moved, await texts()];
    };
    const before = await answers();
    expect(before[0]).not.toEqual(before[1]);
    await page.evaluate((id) => {
      const walker = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      }
    }, each.id);
    expect(await answers()).toEqual(before);
  },
);

test('an answer that the browser opens is not the reader’s; one that the reader opens is', async ({ visit }) => {
  const page = await visit('sigmoid/');
  const option = page.locator('exercise-box .option.right').first();
  const done = page
    .locator('exercise-box', { has: page.locator('.option.right') })
    .first()
    .locator('[data-done]');
  await option.evaluate((details: HTMLDetailsElement) => (details.open = true));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(await done.isVisible()).toBe(false);
  await option.evaluate((details: HTMLDetailsElement) => (details.open = false));
  await option.locator('summary').click();
  await expect.poll(() => done.isVisible()).toBe(true);
});

test('a paragraph with formulas is copied with each formula once, in words', async ({ visit }) => {
  const page = await visit('sigmoid/');
  const copied = (selector: string) =>
    page.evaluate((selector) => {
      const part = [...document.querySelectorAll(selector)].find((one) => one.querySelector('.katex'))!;
      getSelection()!.selectAllChildren(part);
      const clipboardData = new DataTransfer();
      const taken = !document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
      return { taken, text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    }, selector);
  // What copies is on its way from the first selection on.
  await page.locator('.prose > p').first().click({ clickCount: 3 });
  await quiet(page, 300);
  const paragraph = await copied('live-widget p:has(.katex [data-slot])');
  expect(paragraph.taken).toBe(true);
  expect(paragraph.text).toMatch(/1 − 0\.\d+ = σ\(−\(?[\d.]+\)?\)/);
  expect(paragraph.text.match(/σ\(−/g)).toHaveLength(1);
  expect(paragraph.html).not.toMatch(/katex-html/);
  const display = await copied('live-widget .katex-display:has([data-slot])');
  expect(display.text).toMatch(/^σ\([\d.]+\) = 1\/\(1 \+ e\^\(−[\d.]+\)\) = 1\/\(1 \+ [\d.]+\) = 0\.\d+$/);
});

test('words of a paragraph are found, and what is found in a formula lies where the formula is seen', async ({
  visit,
}) => {
  const page = await visit('sigmoid/');
  const find = (words: string) => page.evaluate((words) => (window as any).find(words), words);
  expect(await find('Yes and no share one curve')).toBe(true);
  expect(await find('no such words in it')).toBe(false);
  const unseen = await page.evaluate(() => {
    const box = (of: Element) => of.getBoundingClientRect();
    return [...document.querySelectorAll('.katex:not(details *) math mi')]
      .filter((word) => word.textContent!.length > 2 && word.checkVisibility())
      .filter((word) => {
        const [letters, place] = [box(word), box(word.closest('.katex')!)];
        return letters.width === 0 || letters.right > place.right || letters.bottom > place.bottom + 2;
      })
      .map((word) => word.closest('math')!.textContent);
  });
  expect(unseen).toEqual([]);
});

test('an address that a messenger has encoded is taken up', async ({ visit }) => {
  const page = await visit(`${live.path}#${live.id}%26${live.id}.z%3D2.5`);
  await expect.poll(() => page.locator(slider).inputValue()).toBe('2.5');
  const escaped = await visit(`${live.path}#${live.id}&amp;${live.id}.z=3.5`);
  await expect.poll(() => escaped.locator(slider).inputValue()).toBe('3.5');
});

describe('an embedded figure in a sandbox without an origin', () => {
  const frame = async (page: Page, allowed: boolean) => {
    const address = new URL('embed/sigmoid-curve/', page.url()).href;
    if (allowed)
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        const file = path.join(dist, pathname.slice(base.length), pathname.endsWith('/') ? 'index.html' : '');
        return route.fulfill({ path: file, headers: { 'access-control-allow-origin': '*' } });
      });
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src, width: '800', height: '700' });
      frame.setAttribute('sandbox', 'allow-scripts');
      document.body.prepend(frame);
    }, address);
    return page.frameLocator('iframe');
  };

  test('says what it needs where the host does not hand out its code', async ({ visit }) => {
    const page = await visit('', { expects: /CORS|ERR_FAILED|Failed to load resource/ });
    const figure = await frame(page, false);
    await expect.poll(() => figure.locator('.needs').textContent()).toMatch(/needs allow-same-origin/);
  });

  test('works where the host does', async ({ visit }) => {
    const page = await visit('', { before: async () => {} }); // a route of its own
    const figure = await frame(page, true);
    const first = figure.locator('input[type=range]').first();
    // Its fields are text until its code is there.
    await figure.locator('input[data-typing]:not([readonly])').first().waitFor();
    const before = await first.getAttribute('value');
    await first.press('ArrowRight');
    await expect.poll(() => first.getAttribute('value')).not.toBe(before);
    expect(await figure.locator('.needs').count()).toBe(0);
  });
});
