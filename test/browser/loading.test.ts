/** What a hand waits for and can't have: that is said, with a way on, and nothing that was done is lost. */
import type { Page, Route } from 'playwright-core';
import { figureOf, lives, livesAt } from './live.ts';
import { describe, expect, quiet, test, type Visit, type VisitOptions } from './visit.ts';

/** What becomes of the files that a page asks for once it is there. */
type Line = 'open' | 'cut' | 'gone' | 'slow';

/** Opens a page whose further files come as its line has it. */
async function opened(visit: Visit, path: string, first: Line, options: VisitOptions = {}) {
  const held: Route[] = [];
  let line: Line = 'open';
  let settled = false;
  const page = await visit(path, {
    ...options,
    expects: /ERR_|Failed to load resource|404|failed:/,
    before: async (page) => {
      await page.route(/\.js$|\/read\/$/, async (route) => {
        // The deck is fetched at once, by code that has come.
        if (route.request().url().endsWith('/read/') && !settled) line = first;
        if (line === 'open') await route.continue();
        else if (line === 'cut') await route.abort('internetdisconnected');
        else if (line === 'gone') await route.fulfill({ status: 404, body: 'Not found' });
        else held.push(route);
      });
    },
  });
  await quiet(page);
  const set = async (next: Line) => {
    settled = true;
    line = next;
    for (const route of held.splice(0)) await route.continue();
  };
  await set(first);
  return { page, set };
}

const again = (page: Page) => page.getByRole('button', { name: 'Try again' });

describe('a figure whose code can’t be had', () => {
  const [, live] = lives.find(([, { path }]) => path === 'sigmoid/')!;
  const figure = figureOf(live);
  const notice = `${figure} [data-notice]`;

  /** What a slider and the figure say of the same number. */
  const both = (page: Page) =>
    page.locator(`${figure} input[type=range]`).evaluate((slider: HTMLInputElement) => ({
      slider: slider.value,
      figure: slider.getAttribute('value')!,
    }));
  const center = async (page: Page, selector: string) => {
    const box = (await page.locator(selector).first().boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
  };
  const drag = async (page: Page, selector: string) => {
    const { x, y, width } = await center(page, selector);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + width / 8, y, { steps: 3 });
    await page.mouse.up();
  };
  const hands: Record<string, (page: Page) => Promise<unknown>> = {
    'a key': (page) => page.locator(`${figure} input[type=range]`).press('ArrowRight'),
    'a drag of its slider': (page) => drag(page, `${figure} input[type=range]`),
    'a drag on its drawing': (page) => drag(page, `${figure} [data-drag] [data-variant=wide]`),
    'a touch': async (page) => {
      const { x, y, width } = await center(page, `${figure} input[type=range]`);
      await page.touchscreen.tap(x + width / 8, y);
    },
  };

  test.for(Object.entries(hands))('says so, and takes up %s after Try again', async ([name, does], { visit }) => {
    const { page, set } = await opened(visit, live.path, 'cut', { hasTouch: name === 'a touch' });
    await page.locator(figure).scrollIntoViewIfNeeded();
    const before = await both(page);
    await does(page);
    await expect.poll(() => page.locator(notice).textContent()).toMatch(/This figure could not be loaded\. Try again/);
    expect(await both(page), 'slider and figure agree').toEqual(before);
    await set('open');
    await again(page).click();
    await expect.poll(() => both(page).then(({ figure }) => figure)).not.toBe(before.figure);
    const after = await both(page);
    expect(after.slider).toBe(after.figure);
    expect(await page.locator(notice).textContent()).toBe('');
  });

  test('says that the site has changed where the code is gone, and opens the page anew', async ({ visit }) => {
    const { page, set } = await opened(visit, live.path, 'gone');
    await hands['a key']!(page);
    await expect.poll(() => page.locator(notice).textContent()).toMatch(/site has changed since.*Reload/);
    await set('open');
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    await page.locator(`${figure} input[type=range]`).press('ArrowRight');
    await expect.poll(() => both(page).then(({ slider, figure }) => slider === figure && figure)).toBe('1.1');
  });

  test('says after a moment that it is loading, once it is touched, and moves nothing', async ({ visit }) => {
    const { page, set } = await opened(visit, live.path, 'slow');
    await page.locator(figure).scrollIntoViewIfNeeded();
    await page.locator(`${figure} [data-say]`).hover();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await page.locator(notice).textContent(), 'a pointer that passes asks for nothing').toBe('');
    const { y } = await center(page, `${figure} input[type=range]`);
    await hands['a key']!(page);
    await expect.poll(() => page.locator(notice).textContent()).toMatch(/This figure is loading…/);
    expect((await center(page, `${figure} input[type=range]`)).y).toBe(y);
    await set('open');
    await expect.poll(() => both(page).then(({ slider, figure }) => slider === figure && figure)).toBe('1.1');
    expect(await page.locator(notice).textContent()).toBe('');
  });

  test('says so where an address carries its state, which it takes up after Try again', async ({ visit }) => {
    const { page, set } = await opened(visit, `${live.path}#${live.id}`, 'cut');
    await page.evaluate((id) => (location.hash = `${id}&${id}.z=2.5`), live.id);
    await expect.poll(() => page.locator(notice).textContent()).toMatch(/could not be loaded/);
    await set('open');
    await again(page).click();
    await expect.poll(() => both(page)).toEqual({ slider: '2.5', figure: '2.5' });
  });

  test('gives its picture after Try again', async ({ visit }) => {
    const { page, set } = await opened(visit, live.path, 'open');
    await page.locator(`${figure} [data-command=share]`).click();
    await page.locator(`${figure} .more`).waitFor();
    await set('cut');
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    await expect.poll(() => page.locator(`${figure} .more [role=status]`).textContent()).toMatch(/could not be loaded/);
    await set('open');
    const saved = page.waitForEvent('download');
    await again(page).click();
    expect((await saved).suggestedFilename()).toMatch(/\.svg$/);
  });
});

describe('a figure whose drawing needs Plot anew', () => {
  const live = livesAt('max-trick/').find(({ id }) => id === 'log')!;
  const figure = figureOf(live);
  const shows = (page: Page) =>
    page.locator(figure).evaluate((figure) => ({
      chosen: figure.querySelector<HTMLInputElement>('[data-param=format] input:checked')!.value,
      says: figure.querySelector('[data-say]')!.textContent,
      drawn: figure.querySelector('[data-variant=wide]')!.textContent,
    }));

  test('loads it for that, not for a first touch, and waits for it with all that it shows', async ({ visit }) => {
    const { page, set } = await opened(visit, live.path, 'open');
    const large: number[] = [];
    page.on('response', (response) => {
      if (!response.url().endsWith('.js')) return;
      void response.body().then(
        ({ length }) => length > 200_000 && large.push(length),
        () => undefined,
      );
    });
    const before = await shows(page);
    await page.locator(`${figure} input[type=range]`).press('ArrowLeft');
    await expect.poll(async () => (await shows(page)).says).not.toBe(before.says);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/log\.gap=/);
    await quiet(page);
    expect(large).toEqual([]);

    const moved = await shows(page);
    await set('cut');
    await page.locator(`${figure} label`, { hasText: 'float32' }).click();
    await expect.poll(() => page.locator(`${figure} [data-notice]`).textContent()).toMatch(/could not be loaded/);
    expect(await shows(page), 'choice, sentence and drawing agree').toEqual(moved);
    // What needs none of it goes on, and is kept beside what waits.
    await page.locator(`${figure} input[type=range]`).press('ArrowLeft');
    await expect.poll(async () => (await shows(page)).says).not.toBe(moved.says);
    const later = await shows(page);
    const gap = () => page.locator(`${figure} [data-param=gap] [data-input=typed]`).inputValue();
    const last = await gap();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(`log.gap=${last}`);
    await set('open');
    await again(page).click();
    await expect
      .poll(() => shows(page))
      .toMatchObject({
        chosen: 'float32',
        drawn: expect.stringContaining('p is 0 in float32'),
      });
    expect((await shows(page)).says).toMatch(/^In float32/);
    expect(large).toHaveLength(1);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/log\.format=float32/);
    expect(await gap()).toBe(last);
    await page.locator(`${figure} [data-command=undo]`).click();
    expect(await shows(page)).toEqual(later);
  });
});

describe('a cell whose code can’t be had', () => {
  const cell = 'live-cell:not(live-cell ~ live-cell)';

  test('says so, and runs after Try again', async ({ visit }) => {
    const { page, set } = await opened(visit, 'softmax/', 'cut');
    await page.locator(`${cell} [data-do=run]`).click();
    await expect.poll(() => page.locator(`${cell} .state`).textContent()).toMatch(/could not be loaded\. Try again/);
    await set('open');
    await again(page).click();
    await expect.poll(() => page.locator(cell).getAttribute('data-state')).toBe('done');
  });

  test('opens its editor after Try again', async ({ visit }) => {
    const { page, set } = await opened(visit, 'softmax/', 'cut');
    await page.locator(`${cell} [data-do=edit]`).click();
    await expect.poll(() => page.locator(`${cell} .state`).textContent()).toMatch(/The editor could not be loaded/);
    await set('open');
    await again(page).click();
    await page.locator(`${cell} .cm-content`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('.cm-content'))).toBe(true);
  });

  test('saves the cells after Try again', async ({ visit }) => {
    const { page, set } = await opened(visit, 'softmax/', 'cut');
    await page.locator('cell-tools [data-do=download]').click();
    await expect.poll(() => page.locator('cell-tools [role=status]').textContent()).toMatch(/could not be loaded/);
    await set('open');
    const saved = page.waitForEvent('download');
    await again(page).click();
    expect((await saved).suggestedFilename()).toBe('softmax.ts');
  });
});

test('an exercise whose check can’t be had says so, and is checked after Try again', async ({ visit }) => {
  const { page, set } = await opened(visit, 'exercises/write-softmax/', 'cut');
  await page.locator('[data-do=check]').first().click();
  await expect
    .poll(() => page.locator('[data-state-text]').first().textContent())
    .toMatch(/could not be loaded\. Try again/);
  await set('open');
  await again(page).click();
  await expect.poll(() => page.locator('[data-verdict]').first().textContent()).toMatch(/Not yet/);
});

test('a deck that can’t be had is said so, and laid out after Try again', async ({ visit }) => {
  const { page, set } = await opened(visit, 'interview/review/', 'cut');
  await expect.poll(() => page.locator('[data-counts]').textContent()).toMatch(/The deck could not be loaded/);
  await set('open');
  await again(page).click();
  await expect.poll(() => page.locator('[data-counts]').textContent()).toMatch(/new/);
});

test('a mock interview that was begun before its deck could be had begins with it', async ({ visit }) => {
  const { page, set } = await opened(visit, 'interview/mock/', 'cut');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect.poll(() => page.locator('[data-setup]').textContent()).toMatch(/The deck could not be loaded/);
  await set('open');
  await again(page).click();
  await expect.poll(() => page.locator('[data-stage=interview]').isVisible()).toBe(true);
});
