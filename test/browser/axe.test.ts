/** Every page as axe sees it, light and dark, and where its focus is. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, none, pages, test, widths } from './visit.ts';

/** Leaves a page as a reader may leave it: answers opened, what folds unfolded, a number that can't be read, a term lit. */
async function use(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
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
      element.focus({ focusVisible: true } as FocusOptions);
      return document.activeElement !== element || !(ringed(element) || ringed(element.closest('label')));
    })
    .map((element) => element.outerHTML.slice(0, 160));
}

describe.each(pages.map(({ path }) => [path || 'home', path] as const))('%s', (_, path) => {
  test('has no violation that axe can find, light and dark, and shows where the focus is', async ({ visit }) => {
    const page = await visit(path, { colorScheme: 'light' });
    await use(page);
    // There are no frames to look into: axe's older way takes half the time.
    const axe = () => new AxeBuilder({ page }).setLegacyMode();
    const whole = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations' as const] };
    const { violations } = await axe().options(whole).analyze();
    // What is no matter of colors is the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = (await axe().withRules('color-contrast').analyze()).violations;
    await page.setViewportSize(widths.phone);
    const small = (await axe().withRules(['target-size', 'scrollable-region-focusable']).analyze()).violations;
    none(
      [...violations, ...dark, ...small].flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`),
      ),
    );
    none(await page.evaluate(unseenFocus));
  });
});
