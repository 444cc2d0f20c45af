/** A walk through a figure: the step that is read sets it, and whoever reads keeps the upper hand. */
import type { Page } from 'playwright-core';
import { describe, expect, quiet, test, type Visit } from './visit.ts';

const live = '[id="space"]';
const desk = { width: 1440, height: 900 };

/** Brings a step to the middle of the window. */
const read = (page: Page, step: number) =>
  page.evaluate(
    async ([live, step]) => {
      const { top } = document.querySelectorAll(`${live} [data-set]`)[step]!.getBoundingClientRect();
      scrollTo({ top: scrollY + top - innerHeight / 2 + 60, behavior: 'instant' });
    },
    [live, step] as const,
  );

const said = (page: Page) => page.locator(`${live} [data-say]`).textContent();
const meanIs = (page: Page, mean: string) =>
  page.waitForFunction(
    ([live, mean]) =>
      document.querySelector(`${live} [data-say]`)!.textContent!.includes(`mean of the logits is ${mean},`),
    [live, mean] as const,
  );
const button = (page: Page, name: string) => page.locator(live).getByRole('button', { name, exact: true });

/** A page on which the first steps have been read. */
async function walked(visit: Visit, path = 'softmax/'): Promise<Page> {
  const page = await visit(path, { viewport: desk });
  await read(page, 0);
  await quiet(page);
  await read(page, 1);
  return page;
}

describe('a walk through a figure', () => {
  test('asks for its code when a step is reached, shows what it sets beside it, and leaves the address as it was', async ({
    visit,
  }) => {
    const page = await walked(visit);
    await meanIs(page, '−0.87');
    expect(await page.evaluate(() => location.hash)).toBe('');
    const figure = (await page.locator(`${live} [data-draw=space]`).boundingBox())!;
    expect(figure.y).toBeGreaterThanOrEqual(0);
    expect(figure.y + figure.height).toBeLessThanOrEqual(desk.height);
    await read(page, 2);
    await page.waitForFunction(
      (live) => /look along/.test(document.querySelector(`${live} [data-say]`)!.textContent!),
      live,
    );
  });

  test('is one step that can be undone, however many steps were read', async ({ visit }) => {
    const page = await walked(visit);
    await meanIs(page, '−0.87');
    await read(page, 3);
    await meanIs(page, '1.93');
    await button(page, 'Undo').click();
    await meanIs(page, '0.93');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
  });

  test('ends when a hand has set something', async ({ visit }) => {
    const page = await walked(visit);
    await meanIs(page, '−0.87');
    await button(page, '+0.5 to all').click();
    const mine = await said(page);
    await read(page, 3);
    await quiet(page);
    expect(await said(page)).toBe(mine);
  });

  test('does not begin where the address has set something, on a phone, or with reduced motion', async ({ visit }) => {
    for (const [path, options] of [
      ['softmax/#space.z=0,0,0', { viewport: desk }],
      ['softmax/', { viewport: { width: 390, height: 844 } }],
      ['softmax/', { viewport: desk, reducedMotion: 'reduce' }],
    ] as const) {
      const page = await visit(path, options);
      await quiet(page);
      const before = await said(page);
      await read(page, 1);
      await quiet(page);
      expect(await said(page), path).toBe(before);
    }
  });
});
