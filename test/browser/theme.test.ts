import { inflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from './visit.ts';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(253, 252, 248)';
const dark = 'rgb(21, 23, 26)';

/** Notes the page's color at every frame, from the first that has a body. */
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

/** The colors of an element as it is painted, the one that covers most first. */
const colorsOf = async (locator: Locator) => {
  const picture = (await locator.screenshot()).toString('base64');
  return locator.page().evaluate(async (picture) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const seen = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const color = data.slice(i, i + 3).join();
      seen.set(color, (seen.get(color) ?? 0) + 1);
    }
    return [...seen].sort(([, a], [, b]) => b - a).map(([color]) => color);
  }, picture);
};

/** A figure with sliders, shares and choices. */
const sheet = 'softmax/#sheet';

test.for(['light', 'dark'] as const)(
  'forced colors, %s: a slider’s track, a share and the option that is chosen can be seen',
  async (colorScheme, { visit }) => {
    const page = await visit(sheet, { colorScheme, forcedColors: 'active' });
    const figure = page.locator('#sheet');
    await page.addStyleTag({ content: 'input[type=range] { visibility: hidden }' });
    expect((await colorsOf(figure.locator('.track').first())).length).toBeGreaterThan(2);
    expect((await colorsOf(figure.locator('.bar').first())).length).toBeGreaterThan(1);
    const [chosen] = await colorsOf(figure.locator('.choice label:has(:checked)').first());
    const [other] = await colorsOf(figure.locator('.choice label:not(:has(:checked))').first());
    expect(chosen).not.toBe(other);
  },
);

test('on paper without backgrounds, tracks, shares and the options that are chosen are as they are with them', async ({
  visit,
}) => {
  const page = await visit(sheet);
  await page.addStyleTag({
    content: 'body * { visibility: hidden } :is(.track, .bar, .choice label:has(:checked)) { visibility: visible }',
  });
  const fills = async (printBackground: boolean) => {
    const pdf = await page.pdf({ printBackground });
    const seen = new Map<string, number>();
    for (let at = 0; (at = pdf.indexOf('stream\n', at)) >= 0; at = pdf.indexOf('endstream', at) + 9) {
      const packed = pdf.subarray(at + 7, pdf.indexOf('endstream', at));
      if (packed[0] !== 0x78) continue;
      // A color that fills, a gradient that shades, a drawing of its own.
      for (const [fill] of inflateSync(packed)
        .toString('latin1')
        .matchAll(/[\d.]+ [\d.]+ [\d.]+ rg|\b(?:scn|sh|Do)\b/g))
        seen.set(fill, (seen.get(fill) ?? 0) + 1);
    }
    seen.delete('1 1 1 rg'); // the sheet itself
    return seen;
  };
  const all = await fills(true);
  expect(all.size).toBeGreaterThan(3);
  expect(await fills(false)).toEqual(all);
});
