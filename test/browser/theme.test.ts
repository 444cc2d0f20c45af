import type { Page } from 'playwright-core';
import { describe, expect, test } from './visit.ts';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(253, 252, 248)';
const dark = 'rgb(21, 23, 26)';

/** Notes the page's colour at every frame, from the first that has a body. */
const watch = () => {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const look = () => {
    if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
    if (seen.length < 20) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
const seen = (page: Page) =>
  page
    .waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 20)
    .then(() => page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]));

describe('light and dark', () => {
  test('follow the system until the reader chooses', async ({ visit }) => {
    const page = await visit('', { colorScheme: 'light' });
    expect(await paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Switch to dark theme' }).click();
    expect(await paper(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper(page)).toBe(dark);
  });

  test('stay as chosen on the next page, from its first frame on', async ({ visit }) => {
    const page = await visit('', { colorScheme: 'light', scripts: [watch] });
    expect(await seen(page)).toEqual([light]);
    await page.getByRole('button', { name: 'Switch to dark theme' }).click();
    await page.goto(new URL('widgets/', page.url()).href);
    expect(await seen(page)).toEqual([dark]);
    await page.getByRole('button', { name: 'Switch to light theme' }).click();
    await page.reload();
    expect(await seen(page)).toEqual([light]);
  });

  test('can be switched by keyboard, and the switch says what it will do', async ({ visit }) => {
    const page = await visit('', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Switch to light theme' }).press('Enter');
    expect(await paper(page)).toBe(light);
    await page.getByRole('button', { name: 'Switch to dark theme' }).press('Space');
    expect(await paper(page)).toBe(dark);
  });

  test('can be switched where storage is closed', async ({ visit }) => {
    const closed = () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    const page = await visit('', { colorScheme: 'light', scripts: [closed] });
    await page.getByRole('button', { name: 'Switch to dark theme' }).click();
    expect(await paper(page)).toBe(dark);
  });
});
