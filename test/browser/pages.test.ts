/** Every page at every width, under the Tab key, and where the reader asked for less motion. */
import { describe, expect, none, pages, samples, test, widths } from './visit.ts';

describe.each(pages.map(({ path }) => [path || 'home', path] as const))('%s', (_, path) => {
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
});

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
    // Past the last stop the focus leaves the page, or comes round to the first if the window has nothing else: it is
    // caught nowhere.
    const end = await met.evaluate((stops) => [...stops, document.body].indexOf(document.activeElement!) % stops.size);
    expect(end).toBe(0);
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
