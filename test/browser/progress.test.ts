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

describe('a browser that keeps nothing', () => {
  test.for(ways)('costs nothing but memory, and is told of once, where it %s', async ([, before, said], { visit }) => {
    const page = await visit(chapter.path, { before: (page) => page.addInitScript(before) });
    const box = page.locator(`[data-name=${choice}]`);
    await box.locator('.option.right summary').click();
    expect(await box.locator('[data-done]').isVisible()).toBe(true);
    expect(await box.locator('[data-trouble]').textContent()).toMatch(said);
    const keeps = said.source.includes('could not be read');
    expect(await box.locator('[data-done]').textContent()).toMatch(keeps ? /✓ done\s*$/ : /done, but not kept/);
    await page.locator('live-cell[data-language=typescript] [data-do=edit]').first().click();
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('const z = [2]\nz[0]! * 21');
    expect(await page.locator('live-cell[data-language=typescript] .state').first().textContent()).toBe(
      'Edited, not run yet',
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect
      .poll(() => page.locator('live-cell[data-language=typescript] [data-output]').first().textContent())
      .toBe('42');
    expect(await page.locator('[data-trouble]:not(:empty)').count()).toBe(1);
  });
});

test('code that storage does not take is said to be lost, and goes on being said while one writes', async ({
  visit,
}) => {
  const page = await visit(chapter.path, { before: (page) => page.addInitScript(ways[0]![1]) });
  const cell = page.locator('live-cell[data-language=typescript]').first();
  await cell.locator('[data-do=edit]').click();
  await cell.locator('.cm-content').focus();
  for (const key of 'abc') {
    await page.keyboard.type(key);
    expect(await cell.locator('[data-trouble]').textContent()).toMatch(/keeps nothing/);
  }
});

describe('the same page in two tabs', () => {
  test('takes over what the other one has written, so that no key replaces it', async ({ visit }) => {
    const one = await visit('exercises/write-softmax/');
    const two = await one.context().newPage();
    await two.goto(one.url());
    const write = async (page: typeof one, text: string) => {
      await page.bringToFront();
      if (await page.isVisible('[data-do=edit]')) await page.click('[data-do=edit]');
      await page.locator('.cm-content').focus();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(text);
    };
    await write(one, '// one');
    await expect.poll(() => two.textContent('[data-code]')).toContain('// one');
    await write(two, ' two');
    await expect.poll(() => one.textContent('[data-code]')).toContain('// one two');
    await write(one, ' three');
    await expect.poll(() => two.textContent('[data-code]')).toContain('// one two three');
    const kept = await one.evaluate((name) => JSON.parse(localStorage.getItem(name)!).cells, key);
    expect(kept['exercise:write-softmax'].code).toContain('// one two three');
  });

  test('holds for cells, too', async ({ visit }) => {
    const one = await visit(chapter.path);
    const two = await one.context().newPage();
    await two.goto(one.url());
    await one.bringToFront();
    await one.locator('live-cell[data-language=typescript] [data-do=edit]').first().click();
    await one.locator('.cm-content').first().focus();
    await one.keyboard.type('// from the other tab');
    await expect
      .poll(() => two.locator('live-cell[data-language=typescript] [data-code]').first().textContent())
      .toContain('// from the other tab');
  });
});

test('progress that comes in a file leads nowhere but to this site, and loses nothing else', async ({ visit }) => {
  const page = await visit('exercises/');
  const file = JSON.stringify({
    version: 2,
    exercises: { [choice]: { state: 'done', at: 1 }, 'write-softmax': { state: 'won', at: 1 } },
    cells: {},
    cards: { reviews: {}, settings: { limit: 10, at: 0 } },
    last: { path: '/\t/example.org/x', title: 'Here', at: 1 },
  });
  await page.setInputFiles('progress-keeper input', {
    name: 'p.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await expect
    .poll(() => page.textContent('progress-keeper [role=status]'))
    .toMatch(/1 exercise.*Left out, because it is not right: exercises\.write-softmax, last\./);
  await page.goto(new URL('../', page.url()).href);
  expect(await page.isVisible('[data-resume]')).toBe(false);
  // The link itself asks again: what stood in the storage before may not have been checked.
  await page.evaluate((name) => {
    const kept = JSON.parse(localStorage.getItem(name)!);
    localStorage.setItem(
      name,
      JSON.stringify({ ...kept, last: { path: 'https://course.invalid/x', title: 'x', at: 1 } }),
    );
  }, key);
  await page.reload();
  expect(await page.isVisible('[data-resume]')).toBe(false);
});
