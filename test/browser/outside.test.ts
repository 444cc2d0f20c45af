/** What comes from outside of the page: translation, another direction, an address on its way, a frame, no JavaScript. */
import type { Page } from 'playwright-core';
import { figureOf, lives } from './live.ts';
import { describe, expect, none, quiet, test } from './visit.ts';

const [, live] = lives.find(([, { path }]) => path === 'sigmoid/')!;
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

test('a translated figure goes on saying what it shows', async ({ visit }) => {
  const page = await visit(live.path);
  await page.locator(slider).press('ArrowRight');
  await expect.poll(() => page.locator(slider).getAttribute('value')).toBe('1.1');
  await page.evaluate((selector) => {
    const walker = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
  }, figureOf(live));
  const said = page.locator(`${figureOf(live)} [data-say]`);
  await page.locator(slider).press('ArrowRight');
  await expect.poll(() => said.textContent()).toMatch(/At z = 1\.2/);
  await page.locator(`${figureOf(live)} [data-command=reset]`).click();
  await expect.poll(() => said.textContent()).toMatch(/At z = 1\.0|At z = 1(?!\.)/);
});

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

test('an address that a messenger has encoded is taken up', async ({ visit }) => {
  const page = await visit(`${live.path}#${live.id}%26${live.id}.z%3D2.5`);
  await expect.poll(() => page.locator(slider).inputValue()).toBe('2.5');
});

describe('an embedded figure in a sandbox without an origin', () => {
  const frame = async (page: Page, allowed: boolean) => {
    const address = new URL('embed/sigmoid-curve/', page.url()).href;
    if (allowed)
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
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
