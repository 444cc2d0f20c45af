/** Every page that is like no other, as axe sees it, light and dark, and where its focus is. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, none, samples, test, widths } from './visit.ts';

/** Leaves a page as a reader may leave it: answers opened, what folds unfolded, a card turned, a number that can't be read, a term lit. */
async function use(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const card = page.locator('.asked:visible');
  if (await card.count()) await card.press('Space');
  const typed = page.locator('[data-param] [data-input=typed]:visible').first();
  if (await typed.count()) {
    await typed.fill('1e');
    await page.locator('[data-problem]:not([hidden])').first().waitFor();
  }
  const term = page.locator('live-widget .say [data-term]:visible').first();
  if (await term.count()) {
    await term.hover();
    await page.locator('.lit').first().waitFor({ state: 'attached' });
  }
}

/** The stops of the Tab key that don't show that they have the focus. */
async function unseenFocus(): Promise<string[]> {
  const stops = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, iframe, [tabindex]'),
  ].filter((element) => !element.matches(':disabled, [tabindex="-1"]') && element.checkVisibility());
  const ringed = (element: Element | null | undefined): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)|transparent/.test(outlineColor);
  };
  return stops
    .filter((element) => {
      element.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
      return document.activeElement !== element || !(ringed(element) || ringed(element.closest('label')));
    })
    .map((element) => element.outerHTML.slice(0, 160));
}

describe.each(samples.map(({ path }) => [path || 'home', path] as const))('%s', (_, path) => {
  test('has no violation that axe can find, light and dark, shows where the focus is, and fits a phone', async ({
    visit,
  }) => {
    const page = await visit(path, { colorScheme: 'light' });
    await use(page);
    // There are no frames to look into, and only what is wrong is wanted: both spare half of the time.
    const axe = (options: object) =>
      new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'], ...options })
        .analyze();
    const { violations } = await axe({ rules: { 'target-size': { enabled: true } } });
    // What is no matter of colors is the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = (await axe({ runOnly: ['color-contrast'] })).violations;
    await page.setViewportSize(widths.phone);
    const small = (await axe({ runOnly: ['target-size', 'scrollable-region-focusable'] })).violations;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone.width);
    none(
      [...violations, ...dark, ...small].flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`),
      ),
    );
    none(await page.evaluate(unseenFocus));
  });
});
