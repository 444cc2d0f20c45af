import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, none, samples, site, test, widths } from './visit.ts';

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

describe.each(site.pages.map(({ path }) => [path || 'home', path] as const))('%s', (_, path) => {
  test('fits every width: nothing scrolls sideways but what has a frame of its own', async ({ visit }) => {
    const page = await visit(path, { viewport: widths.phone });
    for (const width of [320, 375, 600, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        return [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120));
      });
      none(wide, `${width} pixels wide`);
    }
  });

  test('has no violation that axe can find, light and dark, and shows where the focus is', async ({ visit }) => {
    const page = await visit(path, { colorScheme: 'light' });
    await use(page);
    // There are no frames to look into: axe's older way takes half the time.
    const axe = () => new AxeBuilder({ page }).setLegacyMode();
    const whole = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations' as const] };
    const { violations } = await axe().options(whole).analyze();
    // What is no matter of colours is the same in the dark.
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

describe.each(samples.map(({ path }) => [path || 'home', path] as const))('%s', (_, path) => {
  test('lets the Tab key through, from the first stop to the last, none of them hidden', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce' });
    const met = await page.evaluateHandle(() => new Set<Element>());
    const hidden = await page.evaluateHandle((): string[] => []);
    for (let on = true; on;) {
      await page.keyboard.press('Tab');
      on = await page.evaluate(
        ({ met, hidden }) => {
          const element = document.activeElement!;
          // A date has several stops of its own.
          if (element === [...met].at(-1) && element.matches('[type=date]')) return true;
          if (element === document.body || met.has(element)) return false;
          met.add(element);
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const head = element.closest('.site-header, .skip') ? null : document.querySelector('.site-header');
          const covered = head?.getBoundingClientRect().bottom ?? 0;
          if (bottom <= covered || top >= innerHeight || right <= 0 || left >= innerWidth)
            hidden.push(element.outerHTML.slice(0, 120));
          return true;
        },
        { met, hidden },
      );
    }
    none(await hidden.jsonValue());
    // Past the last stop the focus leaves the page: it is caught nowhere.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await met.evaluate((stops) => stops.size)).toBeGreaterThan(0);
  });

  test('keeps still where the reader asked for less motion', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const takesTime = (times: string) => times.split(',').some((time) => parseFloat(time) > 0);
          return (
            style.scrollBehavior === 'smooth' ||
            takesTime(style.transitionDuration) ||
            (style.animationName !== 'none' && takesTime(style.animationDuration))
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    none(moving);
  });
});
