/** How a widget's code arrives: not before it is needed, without a trace, and without losing what was done meanwhile. */
import type { Page, Route } from 'playwright-core';
import { awake, difference, eyes, figureOf, holds, liveOf, lives, look, shown, type LiveOnPage } from './live.ts';
import { describe, expect, none, quiet, test, type Visit } from './visit.ts';

/** Holds back the code that a page asks for after it was loaded, until it is let go. */
async function slow(page: Page) {
  const held: Route[] = [];
  let open = false;
  let loaded = false;
  page.once('load', () => (loaded = true));
  await page.route(/\.js$/, (route) => (open || !loaded ? route.continue() : held.push(route)));
  return {
    /** Waits until the code was asked for. */
    asked: async () => {
      while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    go: async () => {
      open = true;
      for (const route of held.splice(0)) await route.continue();
      await quiet(page);
    },
  };
}

async function waiting(visit: Visit, live: LiveOnPage) {
  let code!: Awaited<ReturnType<typeof slow>>;
  const page = await visit(live.path, {
    reducedMotion: 'reduce',
    scripts: [eyes],
    between: async (page) => (code = await slow(page)),
  });
  await page.locator(figureOf(live)).scrollIntoViewIfNeeded();
  return { page, code };
}

describe.each(lives)('%s', (_, live) => {
  test('is not redrawn when its code arrives', async ({ visit }) => {
    const page = await visit(live.path);
    await page.evaluate((id) => {
      const changes: string[] = [];
      Object.assign(window, { changes });
      const name = (node: Node) => (node instanceof Element ? node.outerHTML.slice(0, 80) : node.nodeValue);
      new MutationObserver((records) => {
        for (const { type, target, attributeName, oldValue } of records) {
          const lit =
            attributeName === 'class' && /\blit\b/.test(`${oldValue} ${(target as Element).getAttribute('class')}`);
          if (!lit) changes.push(`${type} ${attributeName ?? ''} of ${name(target)}`);
        }
      }).observe(document.getElementById(id)!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeOldValue: true,
      });
    }, live.id);
    const before = await page.evaluate(() => performance.getEntriesByType('resource').length);
    await page
      .locator(`${figureOf(live)} :is(input, button):enabled`)
      .first()
      .focus();
    await page.waitForFunction((n) => performance.getEntriesByType('resource').length > n, before);
    await quiet(page);
    await page.keyboard.press('Shift');
    await quiet(page);
    none(await page.evaluate(() => (window as unknown as { changes: string[] }).changes));
  });

  test.runIf(holds(live, 'input[type=range]'))(
    'takes up the key that was pressed before its code arrived',
    async ({ visit }) => {
      const { page, code } = await waiting(visit, live);
      const key = page.locator(`${figureOf(live)} input[type=range]:visible`).first();
      const before = await look(page, live);
      const value = await key.inputValue();
      await key.press('ArrowRight');
      if ((await key.inputValue()) === value) await key.press('ArrowLeft');
      await code.asked();
      const early = await key.inputValue();
      expect(early).not.toBe(value);
      await code.go();
      await expect.poll(() => look(page, live).then(shown)).not.toBe(shown({ ...before, fields: [] }));
      await expect.poll(() => look(page, live).then(({ fragment }) => fragment)).toContain(`${live.id}.`);
      expect(await key.inputValue()).toBe(early);
    },
  );

  test.runIf(holds(live, '[data-drag]'))(
    'takes up the drag that ended before its code arrived, where it ended',
    async ({ visit }) => {
      const { page, code } = await waiting(visit, live);
      const frame = page.locator(`${figureOf(live)} [data-drag]:visible`).first();
      await frame.scrollIntoViewIfNeeded();
      const box = (await frame.locator('[data-variant]:visible').boundingBox())!;
      const handles = await frame.locator('[data-variant]:visible .moving circle').all();
      const handle = (await handles.at(-1)?.boundingBox()) ?? null;
      const from = handle
        ? { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }
        : { x: box.x + box.width * 0.5, y: box.y + box.height * 0.5 };
      const to = { x: box.x + box.width * 0.62, y: box.y + box.height * 0.45 };
      const drag = async (page: Page) => {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        for (const share of [0.4, 0.8, 1])
          await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        await page.mouse.up();
        await page.mouse.move(2, 2);
      };
      await drag(page);
      await code.asked();
      await code.go();

      const ready = await visit(live.path, { reducedMotion: 'reduce', scripts: [eyes] });
      await ready
        .locator(`${figureOf(live)} :is(input, button):enabled`)
        .first()
        .focus();
      await awake(ready, live);
      // What was pressed there is pressed here: the same place of the window is the same place of the page.
      const there = await page.evaluate(() => scrollY);
      await ready.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), there);
      await drag(ready);
      // Both come to rest.
      const looks = async () => [shown(await look(page, live)), shown(await look(ready, live))] as const;
      await expect.poll(async () => difference(...(await looks())), { timeout: 5000 }).toBe('');
    },
  );
});

describe('a figure whose code can’t be loaded', () => {
  const live = liveOf('softmax/#sheet');

  test('says so, and the next touch tries again', async ({ visit }) => {
    let closed = true;
    const page = await visit(live.path, {
      expects: /ERR_FAILED|Failed to load resource/,
      scripts: [eyes],
      between: async (page) => {
        let loaded = false;
        page.once('load', () => (loaded = true));
        await page.route(/\.js$/, (route) => (closed && loaded ? route.abort() : route.continue()));
      },
    });
    const slider = page.locator(`${figureOf(live)} input[type=range]:visible`).first();
    const notice = page.locator(`${figureOf(live)} [data-notice]`);
    await slider.press('ArrowRight');
    await expect.poll(() => notice.textContent()).toMatch(/could not be loaded/);
    closed = false;
    const before = (await look(page, live)).say;
    await slider.blur();
    await slider.press('ArrowRight');
    await expect.poll(() => look(page, live).then(({ say }) => say)).not.toBe(before);
    expect(await notice.textContent()).toBe('');
  });
});
