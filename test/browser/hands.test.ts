import type { ElementHandle, Locator, Page } from 'playwright-core';
import {
  awake,
  byKeyboard,
  controls,
  figureOf,
  finger,
  liveOf,
  lives,
  look,
  lookAfter,
  open,
  rest,
  same,
  seen,
  shown,
  usable,
  wrong,
  type LiveOnPage,
  type Place,
} from './live.ts';
import { describe, expect, none, test, widths, type Visit, type VisitOptions } from './visit.ts';

/** Opens the page of a Live in a window that has the whole of it in sight: what is not waits for the hand to rest. */
async function openWhole(visit: Visit, live: LiveOnPage, { width }: { width: number }, options: VisitOptions = {}) {
  const page = await open(visit, live, { ...options, viewport: { width, height: 6000 } });
  await page.evaluate((id) => {
    document.getElementById(id)!.scrollIntoView({ block: 'center' });
    // By the next frame but one the browser has told what is in sight.
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, live.id);
  return page;
}

/** Expects that the last gesture changed what is shown, at once and rightly, and that all else follows when the hand rests. */
async function answered(page: Page, live: LiveOnPage, before: string, what: string): Promise<void> {
  await awake(page, live);
  const atOnce = await lookAfter(page);
  expect(shown(atOnce) === before, `${what} changes nothing`).toBe(false);
  await rest(page);
  const rested = await look(page, live);
  none(wrong(live, { ...atOnce, slots: seen(atOnce.slots), fragment: rested.fragment }), `${what}: at once`);
  none(wrong(live, rested), `${what}: at rest`);
  same(shown(rested), shown(atOnce), `${what}: nothing but the address and what is heard waits for the hand to rest:`);
  expect(rested.announced, what).toBe(rested.say);
}

/** Where a drag may begin and end, in parts of the drawing: on what looks like a handle, and elsewhere. */
async function ways(frame: Locator): Promise<[number, number][][]> {
  const handles = await frame.evaluate((frame) => {
    const variant = [...frame.children].find((child) => child.getClientRects().length > 0)!;
    const box = variant.getBoundingClientRect();
    return [...variant.querySelectorAll('.moving circle')].slice(0, 4).map((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect();
      return [(x + width / 2 - box.x) / box.width, (y + height / 2 - box.y) / box.height] as [number, number];
    });
  });
  return [...handles, [0.5, 0.5], [0.3, 0.6]].flatMap(([x, y]) =>
    [
      [0.62, 0.45],
      [0.4, 0.55],
    ].map((to): [number, number][] => [[x!, y!], [(x! + to[0]!) / 2, (y! + to[1]!) / 2], to as [number, number]]),
  );
}

/** Drags until something answers; false if nothing did. */
async function drags(
  page: Page,
  live: LiveOnPage,
  frame: Locator,
  drag: (points: { x: number; y: number }[]) => Promise<void>,
) {
  for (const way of await ways(frame)) {
    const before = shown(await look(page, live));
    const box = (await frame.locator('[data-variant]:visible').boundingBox())!;
    await drag(way.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height })));
    await awake(page, live);
    if (shown(await lookAfter(page)) === before) continue;
    await answered(page, live, before, 'dragging');
    return true;
  }
  return false;
}

describe.each(lives)('%s', (_, live) => {
  test('answers the keyboard at every sort of control', async ({ visit }) => {
    const page = await openWhole(visit, live, widths.desk);
    for (const control of await controls(page, live)) {
      if (!(await usable(control))) continue;
      const before = shown(await look(page, live));
      const what = await control.evaluate((input) => input.outerHTML.slice(0, 200));
      await byKeyboard(page, live, control);
      await answered(page, live, before, what);
    }
    for (const button of (await page.$$(`${figureOf(live)} [data-action]`)) as ElementHandle<HTMLElement>[]) {
      if (!(await usable(button))) continue;
      await button.press('Enter');
      await rest(page);
      none(wrong(live, await look(page, live)), (await button.textContent()) ?? '');
    }
  });

  test('answers the mouse', async ({ visit }) => {
    const page = await openWhole(visit, live, widths.desk);
    const frames = await page.locator(`${figureOf(live)} [data-drag]:visible`).all();
    for (const frame of frames) {
      await frame.scrollIntoViewIfNeeded();
      const moved = await drags(page, live, frame, async ([from, ...way]) => {
        await page.mouse.move(from!.x, from!.y);
        await page.mouse.down();
        for (const { x, y } of way) await page.mouse.move(x, y);
        await page.mouse.up();
      });
      expect(moved, `dragging on ${await frame.getAttribute('data-draw')}`).toBe(true);
    }
    for (const slider of await page.locator(`${figureOf(live)} input[type=range]:visible`).all()) {
      await slider.scrollIntoViewIfNeeded();
      const before = shown(await look(page, live));
      const { width, height } = (await slider.boundingBox())!;
      const share = await slider.evaluate((s: HTMLInputElement) => (s.valueAsNumber - +s.min) / (+s.max - +s.min));
      await slider.click({ position: { x: width * (share < 0.5 ? 0.7 : 0.3), y: height / 2 } });
      await answered(page, live, before, `clicking ${await slider.getAttribute('aria-label')}`);
    }
  });

  test('answers touch, on a phone', async ({ visit }) => {
    const page = await openWhole(visit, live, widths.phone, { hasTouch: true, isMobile: true });
    const client = await page.context().newCDPSession(page);
    for (const frame of await page.locator(`${figureOf(live)} [data-drag]:visible`).all()) {
      await frame.scrollIntoViewIfNeeded();
      const moved = await drags(page, live, frame, (way) =>
        finger(
          client,
          way.map(({ x, y }): Place => [x, y]),
        ),
      );
      expect(moved, `dragging on ${await frame.getAttribute('data-draw')}`).toBe(true);
    }
    const slider = page.locator(`${figureOf(live)} input[type=range]:visible`).first();
    if (await slider.count()) {
      await slider.scrollIntoViewIfNeeded();
      const before = shown(await look(page, live));
      const { width, height } = (await slider.boundingBox())!;
      const share = await slider.evaluate((s: HTMLInputElement) => (s.valueAsNumber - +s.min) / (+s.max - +s.min));
      await slider.tap({ position: { x: width * (share < 0.5 ? 0.7 : 0.3), y: height / 2 } });
      await answered(page, live, before, 'tapping the first slider');
    }
    const sideways = await page.evaluate(() => [scrollX, document.documentElement.scrollWidth]);
    expect(sideways).toEqual([0, widths.phone.width]);
  });
});

describe('what is out of sight', () => {
  const sheet = liveOf('softmax/#sheet');

  test('waits for the hand to rest', async ({ visit }) => {
    const page = await open(visit, sheet, { viewport: { width: 1280, height: 500 } });
    const slider = page.locator(`${figureOf(sheet)} input[type=range]`).first();
    await slider.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const outside = (above: boolean) =>
      page.evaluate(
        ([id, above]) =>
          [...document.querySelectorAll(`[id="${id}"] [data-slot]`)].filter((slot) => {
            const { top, bottom } = slot.closest('live-widget > *')!.getBoundingClientRect();
            return !slot.closest('math') && (above ? bottom < 0 : top > innerHeight);
          }).length,
        [sheet.id, above] as const,
      );
    expect((await outside(true)) + (await outside(false))).toBeGreaterThan(0);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const before = await look(page, sheet);
    await slider.focus();
    await slider.press('ArrowRight');
    const atOnce = await lookAfter(page);
    expect(atOnce.fields).not.toEqual(before.fields);
    await rest(page);
    const rested = await look(page, sheet);
    none(wrong(sheet, rested), 'at rest');
    const waited = seen(atOnce.slots).filter(({ text }, i) => text !== seen(rested.slots)[i]!.text);
    expect(waited.length).toBeGreaterThan(0);
    const kept = new Set(seen(before.slots).map(({ slot, key, text }) => `${slot} ${key} ${text}`));
    for (const { slot, key, text } of waited) expect(kept).toContain(`${slot} ${key} ${text}`);
  });
});

describe('a figure that a hand makes taller', () => {
  const steps = liveOf('overflow/#steps');

  test('is not at rest for that', async ({ visit }) => {
    const page = await openWhole(visit, steps, widths.phone);
    const slider = page.locator(`${figureOf(steps)} input[type=range]:enabled:visible`).first();
    const heights = new Set<number>();
    const room = () =>
      page.evaluate(
        (id) => document.querySelector(`[id="${id}"] [data-say] .room`)?.getAttribute('data-room')?.length ?? 0,
        steps.id,
      );
    let widest = 0;
    for (let i = 0; i < 16; i++) {
      await slider.press(i < 8 ? 'ArrowLeft' : 'ArrowRight');
      heights.add((await page.locator(figureOf(steps)).boundingBox())!.height);
      // The clock is ours and stands still. At rest the sentence would have no more room than it needs.
      expect(await room()).toBeGreaterThanOrEqual(widest);
      widest = await room();
    }
    expect(heights.size).toBeGreaterThan(1);
  });
});

describe('a button that takes itself away', () => {
  const steps = liveOf('overflow/#steps');
  const on = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');

  test('leaves the focus where keys still work', async ({ visit }) => {
    const page = await open(visit, steps);
    const button = (name: string) => page.locator(figureOf(steps)).getByRole('button', { name });
    const author = shown(await look(page, steps));
    await button('Run to the first accident').press('Enter');
    expect(await on(page)).toContain('data-command="undo"');
    await page.keyboard.press('Control+z');
    await rest(page);
    same(shown(await look(page, steps)), author);
    await button('step: back').press('Enter');
    await button('step: forward').press('Enter');
    expect(await on(page)).toContain('type="range"');
  });
});
