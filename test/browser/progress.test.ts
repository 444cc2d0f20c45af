/** What a reader has done: shown where the course is entered, and no trouble where a browser keeps nothing. */
import { key } from '../../src/progress/store.ts';
import { chaptersOf } from '../content/site.ts';
import { describe, expect, site, test } from './visit.ts';

const chapter = chaptersOf(site).find(({ html }) => /exercise-box/.test(html) && /<live-cell/.test(html))!;
/** A choice that stands in that chapter. */
const choice = chapter.document.querySelector('exercise-box[data-kind=choose]')!.getAttribute('data-name')!;

test('home shows how far one is and leads back to the section that was read last', async ({ visit }) => {
  const page = await visit(chapter.path, { reducedMotion: 'reduce' });
  await page.locator(`[data-name=${choice}] .option.right summary`).click();
  const heading = page.locator('.prose h2').nth(2);
  const title = (await heading.evaluate((h2) => h2.firstChild!.textContent))!.trim();
  await heading.evaluate((h2) => h2.scrollIntoView());
  await page.waitForFunction((name) => JSON.parse(localStorage.getItem(name)!).last, key);
  await page.goto(new URL('../', page.url()).href);
  const progress = page.locator(`.chapters a[href$="/${chapter.path}"] .progress`);
  expect(await progress.textContent()).toMatch(/^1 of \d+ exercises done$/);
  const resume = page.locator('[data-resume] a');
  expect(await resume.textContent()).toContain(title);
  await resume.click();
  await page.waitForURL((url) => url.pathname.endsWith(`/${chapter.path}`));
  expect(await page.evaluate(() => document.querySelector(':target')!.firstChild!.textContent)).toContain(title);
});

test('a first visit is offered nothing to resume', async ({ visit }) => {
  const page = await visit('');
  expect(await page.isVisible('[data-resume]')).toBe(false);
  expect(await page.locator('.chapters .progress:not(:empty)').count()).toBe(0);
});

describe('a browser that keeps nothing', () => {
  const ways: [string, string, RegExp][] = [
    [
      'has its storage blocked',
      `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`,
      /keeps nothing/,
    ],
    [
      'is full',
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
      /full or closed/,
    ],
    [
      'holds nonsense',
      `try { localStorage.getItem('${key}') ?? localStorage.setItem('${key}', '{"version":1,"exer') } catch {} // the sandbox has none`,
      /could not be read/,
    ],
  ];
  test.for(ways)('costs nothing but memory, and is told of once, where it %s', async ([, before, said], { visit }) => {
    const page = await visit(chapter.path, { before: (page) => page.addInitScript(before) });
    const box = page.locator(`[data-name=${choice}]`);
    await box.locator('.option.right summary').click();
    expect(await box.locator('[data-done]').isVisible()).toBe(true);
    expect(await box.locator('[data-trouble]').textContent()).toMatch(said);
    await page.locator('live-cell [data-do=edit]').first().click();
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('const z = [2]\nz[0]! * 21');
    expect(await page.locator('live-cell .state').first().textContent()).toBe('Edited, not run yet');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => page.locator('live-cell [data-output]').first().textContent()).toBe('42');
    expect(await page.locator('[data-trouble]:not(:empty)').count()).toBe(1);
  });
});
