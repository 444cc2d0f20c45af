/** What goes on by itself: until it is at its end, or a hand stops it, and not where less motion is asked for. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from './visit.ts';

const figure = '[id="steps"]';
const button = (page: Page, name: string) => page.locator(figure).getByRole('button', { name, exact: true });
const steps = (page: Page) => page.locator(`${figure} [data-param=done] output`).textContent();
const until = (page: Page, done: string) => expect.poll(() => steps(page)).toBe(done);

describe('a figure that plays', () => {
  test('steps on by itself from the start, and stops at the end, with one step to undo', async ({ visit }) => {
    const page = await visit('overflow/#steps.z=1,0&steps.done=0');
    await button(page, 'Play').click();
    await button(page, 'Pause').waitFor();
    await until(page, '7 of 7');
    await button(page, 'Play').waitFor();
    await button(page, 'Undo').click();
    await until(page, '0 of 7');
  });

  test('stops under a hand, where the hand puts it', async ({ visit }) => {
    const page = await visit('overflow/#steps.done=0');
    await button(page, 'Play').click();
    await expect.poll(() => steps(page)).not.toBe('0 of 11');
    await button(page, 'step: forward').click();
    await button(page, 'Play').waitFor();
    const put = (await steps(page))!;
    expect(parseInt(put)).toBeGreaterThan(1);
    await page.waitForFunction((put) => location.hash === `#steps.done=${parseInt(put)}`, put);
    expect(await steps(page)).toBe(put);
  });

  test('does not play where less motion is asked for', async ({ visit }) => {
    const page = await visit('overflow/', { reducedMotion: 'reduce' });
    expect(await button(page, 'Play').isVisible()).toBe(false);
  });
});
