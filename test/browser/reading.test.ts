import { chapters, describe, expect, none, samples, test } from './visit.ts';

/** Of the deck, one card at a time is shown, and paper has its cheat sheet: the interview room's own tests see to them. */
const paths = samples
  .filter(({ path }) => !/^interview\/(read|review)\/$/.test(path))
  .map(({ path }) => [path || 'home', path] as const);

/** What paper does not show: code in another language than the one that was chosen. */
const otherwise = '[data-version=python]';

/** Everything that is only of use where something answers. */
const answering = 'button, input, select, textarea, [role=button], [role=slider]';

describe.each(chapters.map(({ path }) => path))('%s', (path) => {
  test('marks the section that is being read in its contents', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    const links = page.locator('.contents a');
    for (const link of await links.all()) {
      await link.click();
      await expect
        .poll(() => page.locator('.contents [aria-current]').evaluateAll((all) => all.map((a) => a.textContent)))
        .toEqual([await link.textContent()]);
      const top = await page.evaluate(() => document.querySelector(':target')!.getBoundingClientRect().top);
      const head = await page.locator('.site-header').evaluate((header) => header.getBoundingClientRect().bottom);
      expect(top).toBeGreaterThanOrEqual(head);
    }
  });

  test('links to its own sections from their headings', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce' });
    for (const heading of await page.locator('.prose h2').all()) {
      await heading.locator('.anchor').click();
      expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(await heading.getAttribute('id'));
    }
  });

  test('skips to the text by the first Tab', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce' });
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.textContent()).toMatch(/skip/i);
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
  });
});

describe.each(paths)('%s', (_, path) => {
  test('is whole without JavaScript, and offers nothing that would not answer', async ({ visit }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    const { missing, dead, words } = await page.evaluate((answering) => {
      const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const parts =
        'main :is(p, h1, h2, h3, li, figcaption, .katex-html, .drawing, .say, table.numbers, table.rows, pre)';
      return {
        missing: [...document.querySelectorAll(parts)]
          .filter((part) => part.textContent!.trim() !== '' && !part.closest('details:not([open]), [data-problem]'))
          .filter((part) => !part.closest('form') && !part.querySelector('button')) // what answers, as a whole
          .filter((part) => !shown(part) && !part.closest('.folded'))
          .map((part) => part.outerHTML.slice(0, 160)),
        // A field without a line around or under it is read as text: so a table keeps its numbers.
        dead: [...document.querySelectorAll(answering)]
          .filter(shown)
          .filter((part) => !(part.matches('[type=text]') && getComputedStyle(part).borderStyle === 'none'))
          .map((part) => part.outerHTML.slice(0, 160)),
        words: document.querySelector('main')!.innerText.split(/\s+/).length,
      };
    }, answering);
    none(missing);
    none(dead);
    expect(words).toBeGreaterThan(10);
    for (const drawing of await page.locator('.drawing.plot').all()) {
      const drawn = drawing.locator('[data-variant]:visible');
      expect(await drawn.count()).toBe(1);
      expect(await drawn.locator('svg').count()).toBeGreaterThan(0);
    }
  });

  test('is whole on paper, without what only a screen needs', async ({ visit }) => {
    const page = await visit(path, { viewport: { width: 700, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const { missing, chrome } = await page.evaluate((otherwise) => {
      const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const parts = 'main :is(p, h1, h2, h3, figcaption, .katex-html, .drawing, .say, table, pre)';
      const screenOnly =
        '.site-header, .site-footer, .skip, .contents, .folded, .turn, .anchor, .tools, .theme, .edit, .add, form button, .notice';
      return {
        missing: [...document.querySelectorAll(parts)]
          .filter((part) => part.textContent!.trim() !== '')
          .filter((part) => !part.closest('form') && !part.querySelector('button'))
          .filter(
            (part) =>
              !part.closest(
                `details:not([open]), [data-problem], .notice, .turn, .to-print, [data-announce], ${otherwise}`,
              ),
          )
          .filter((part) => !shown(part))
          .map((part) => part.outerHTML.slice(0, 160)),
        chrome: [...document.querySelectorAll(screenOnly)].filter(shown).map((part) => part.outerHTML.slice(0, 160)),
      };
    }, otherwise);
    none(missing);
    none(chrome);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(31, 28, 24)');
  });
});
