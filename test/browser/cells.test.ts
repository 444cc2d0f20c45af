/** Cells in the page: they read without code, run, remember, and tell what state they are in. */
import type { Page } from 'playwright-core';
import { key } from '../../src/progress/store.ts';
import { chaptersOf } from '../content/site.ts';
import { expect, site, test, textOf } from './visit.ts';

/** Cells of TypeScript; for those of Python see python.test.ts. */
const cells = 'live-cell[data-language=typescript]';

/** A chapter with more than one cell. */
const chapter = chaptersOf(site).find(({ document }) => document.querySelectorAll(cells).length > 1)!.path;

/** The first of them, as addresses name it. */
const { id } = site.pages.find(({ path }) => path === chapter)!.document.querySelector(cells)!;
const first = { id, name: id.replace('cell-', '') };

const cell = (page: Page, n: number) => page.locator(cells).nth(n - 1);
const state = (page: Page, n: number) => cell(page, n).getAttribute('data-state');
const output = (page: Page, n: number) => cell(page, n).locator('[data-output]').textContent();

async function write(page: Page, n: number, code: string): Promise<void> {
  const editor = cell(page, n).locator('.cm-content');
  if ((await editor.count()) === 0) await cell(page, n).locator('[data-do=edit]').click();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

const ended = (page: Page, n: number) =>
  page.waitForFunction(
    ([cells, n]) => /done|failed/.test(document.querySelectorAll<HTMLElement>(cells)[n - 1]!.dataset['state']!),
    [cells, n] as const,
    { timeout: 30_000 },
  );

test('its output is there without JavaScript, and running it in the page gives the same', async ({ visit }) => {
  const plain = await visit(chapter, { javaScriptEnabled: false });
  const built = await output(plain, 1);
  expect(built!.trim()).not.toBe('');
  expect(await plain.locator('live-cell .run:visible').count()).toBe(0);
  const page = await visit(chapter);
  await cell(page, 1).locator('[data-do=run]').click();
  await ended(page, 1);
  expect(await output(page, 1)).toBe(built);
});

/** Where the words of a cell's code stand in it, how wide they are, and in which color. */
const wordsOf = (page: Page, n: number) =>
  cell(page, n).evaluate((cell) => {
    const place = cell.querySelector('[data-code]')!;
    const corner = place.getBoundingClientRect();
    const walker = document.createTreeWalker(place.querySelector('code, .cm-content')!, NodeFilter.SHOW_TEXT);
    const words: string[] = [`the code: ${Math.round(corner.height)}`];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      for (const { 0: word, index } of text.data.matchAll(/[\w.]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const box = range.getBoundingClientRect();
        const at = [box.x - corner.x, box.y - corner.y, box.width].map(Math.round);
        words.push([word, ...at, getComputedStyle(text.parentElement!).color].join(' '));
      }
    }
    return words;
  });

test('a click opens the editor with the caret in its place; no word moves, none changes its color', async ({
  visit,
}) => {
  const page = await visit(chapter, { reducedMotion: 'reduce' });
  const listed = await wordsOf(page, 1);
  expect(new Set(listed.map((word) => word.split(' rgb')[1])).size).toBeGreaterThan(2);
  const place = await cell(page, 1).evaluate((cell) => {
    cell.scrollIntoView({ block: 'center' });
    const walker = document.createTreeWalker(cell.querySelector('code')!, NodeFilter.SHOW_TEXT);
    let last = walker.nextNode() as Text;
    while (walker.nextNode()) if (/\w{3}/.test(walker.currentNode.nodeValue!)) last = walker.currentNode as Text;
    const range = document.createRange();
    range.setStart(last, last.data.search(/\w{3}/) + 2);
    range.collapse(true);
    const { x, y, height } = range.getBoundingClientRect();
    const before = document.createRange();
    before.setStart(cell.querySelector('code')!, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return { x, y: y + height / 2, before: before.toString() };
  });
  await page.mouse.click(place.x, place.y);
  await cell(page, 1).locator('.cm-focused').waitFor();
  expect(await wordsOf(page, 1)).toEqual(listed);
  await page.keyboard.type('¦');
  const lines = await cell(page, 1).locator('.cm-line').allTextContents();
  expect(lines.join('\n').split('¦')[0]).toBe(place.before);
});

test('code that comes back, or comes by address, has the colors and the lines that it had', async ({ visit }) => {
  const page = await visit(chapter);
  await write(page, 1, 'const z = [4] // four\nz.length');
  const edited = await wordsOf(page, 1);
  await page.reload();
  await expect.poll(() => wordsOf(page, 1)).toEqual(edited);
  const sent = await visit(
    `${chapter}#${first.id}&cells.${first.name}=${encodeURIComponent('const z = [4] // four\nz.length')}`,
  );
  await expect.poll(() => wordsOf(sent, 1)).toEqual(edited);
  expect(await cell(sent, 1).locator('.listing').getAttribute('data-lines')).toBe('1\n2');
});

test('what older code gave is set back under new code, and a cell says the key that runs it', async ({ visit }) => {
  const page = await visit(chapter);
  const ink = () =>
    cell(page, 1)
      .locator('.output pre')
      .first()
      .evaluate((pre) => getComputedStyle(pre).color);
  const fresh = await ink();
  expect(await cell(page, 1).locator('.number').textContent()).toMatch(/\[1\]/);
  expect(await cell(page, 1).locator('.run kbd').textContent()).toMatch(/^(Ctrl|⌘) Enter$/);
  await write(page, 1, '1 + 1');
  expect(await ink()).not.toBe(fresh);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(ink).toBe(fresh);
});

test('a change is kept before it runs, marks what is below as stale, and can be taken back', async ({ visit }) => {
  const page = await visit(chapter);
  await cell(page, 2).locator('[data-do=run]').click();
  await ended(page, 2);
  await write(page, 1, 'const z = [1, 1]\nz.length');
  expect(await state(page, 1)).toBe('edited');
  expect(await state(page, 2)).toBe('stale');
  await page.reload();
  expect(await cell(page, 1).locator('[data-code]').textContent()).toContain('z.length');
  expect(await state(page, 2)).toBe('stale');
  await cell(page, 1).locator('[data-do=reset]').click();
  await page.reload();
  expect(await cell(page, 1).locator('[data-code]').textContent()).not.toContain('z.length');
  expect(await state(page, 2)).toBe('fresh');
});

test('back at the author’s version, everything shows what it showed when the page was built', async ({ visit }) => {
  const page = await visit(chapter);
  const built = [await output(page, 1), await output(page, 2)];
  await write(page, 1, 'const [z, p] = [[1, 1], [2]]\nz.length');
  await cell(page, 2).locator('[data-do=run]').click();
  await ended(page, 2);
  expect([await output(page, 1), await output(page, 2)]).not.toEqual(built);
  await cell(page, 1).locator('[data-do=reset]').click();
  await expect.poll(async () => [await output(page, 1), await output(page, 2)]).toEqual(built);
  expect([await state(page, 1), await state(page, 2)]).toEqual(['fresh', 'fresh']);
});

test('keys run it: Mod-Enter stays, Shift-Enter moves on', async ({ visit }) => {
  const page = await visit(chapter);
  await write(page, 1, 'const z = [4]\nz[0]! + 1');
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await output(page, 1)).toBe('5');
  await page.keyboard.press('Shift+Enter');
  await cell(page, 2).locator('.cm-editor.cm-focused').waitFor();
});

test('an endless loop is stopped, and the next run works', async ({ visit }) => {
  const page = await visit(chapter);
  await write(page, 1, 'while (true) {}');
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await output(page, 1)).toMatch(/Stopped after 2 seconds/);
  await write(page, 1, '1 + 1');
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await output(page, 1)).toBe('2');
});

test('code that comes with an address is shown, said to be a stranger’s, and not run', async ({ visit }) => {
  const code = 'throw new Error("ran")';
  const page = await visit(`${chapter}#${first.id}&cells.${first.name}=${encodeURIComponent(code)}`);
  expect(await cell(page, 1).locator('[data-code]').textContent()).toBe(code);
  expect(await cell(page, 1).locator('.state').textContent()).toMatch(/came with the address/);
  expect(await output(page, 1)).not.toMatch(/ran/);
  // Nor does it run where only a cell below it is asked for.
  await cell(page, 2).locator('[data-do=run]').click();
  await expect.poll(() => cell(page, 2).locator('.state').textContent()).toMatch(/above holds code that came with/);
  await page.click('[data-do=run-all]');
  await expect.poll(() => cell(page, 1).getAttribute('data-state')).toBe('edited');
  expect(await output(page, 1)).not.toMatch(/ran/);
  await cell(page, 1).locator('[data-do=run]').click();
  await ended(page, 1);
  expect(await output(page, 1)).toMatch(/ran/);
});

test('code that comes with an address costs the reader’s own nothing', async ({ visit }) => {
  const page = await visit(chapter);
  await write(page, 1, 'const mine = 1');
  const code = () => cell(page, 1).locator('[data-code]').innerText();
  await page.evaluate(
    (hash) => (location.hash = hash),
    `#${first.id}&cells.${first.name}=${encodeURIComponent('const yours = 2')}`,
  );
  await page.reload();
  expect(await code()).toContain('yours');
  await write(page, 1, 'const ours = 3');
  expect(await page.evaluate(() => location.hash)).toBe(`#${first.id}`);
  await page.reload();
  expect(await code()).toContain('ours');
  await cell(page, 1).locator('[data-do=own]').click();
  await expect.poll(code).toContain('mine');
  await page.reload();
  expect(await code()).toContain('mine');
  expect(await cell(page, 1).locator('[data-do=own]').isVisible()).toBe(false);
});

test('no button runs code that came with an address but its own cell’s, wherever it stands', async ({ visit }) => {
  const sent = (n: number) => `${chapter}#cell-${n}&cells.${n}=${encodeURIComponent('throw new Error("ran")')}`;
  const page = await visit(sent(2));
  await page.click('[data-do=run-all]');
  await ended(page, 1);
  expect(await cell(page, 2).locator('.state').textContent()).toMatch(/came with the address.*ends above it/);
  expect(await output(page, 2)).not.toMatch(/ran/);
  // A word of the reader's in it does not make it read, not even in a page that is opened again.
  await cell(page, 2).locator('[data-do=edit]').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' // so?');
  await page.reload();
  await page.click('[data-do=run-all]');
  await ended(page, 1);
  expect(await output(page, 2)).not.toMatch(/ran/);
  await cell(page, 2).locator('[data-do=run]').click();
  await ended(page, 2);
  expect(await output(page, 2)).toMatch(/ran/);
});

test('an address that changes in an open page is taken up with its notice, and takes nothing away', async ({
  visit,
}) => {
  const page = await visit(chapter);
  await write(page, 1, 'const mine = 1');
  const code = () => cell(page, 1).locator('[data-code]').innerText();
  const go = (hash: string) => page.evaluate((hash) => (location.hash = hash), hash);
  await go('#cell-1&cells.1=const%20yours%20=%202');
  await expect.poll(code).toContain('yours');
  expect(await cell(page, 1).locator('.state').textContent()).toMatch(/came with the address/);
  expect(await state(page, 2)).toBe('stale');
  await go('#cell-1&cells.1=const%20theirs%20=%203');
  await expect.poll(code).toContain('theirs');
  await go('#cell-1&cells.1=%E0%A4');
  await expect.poll(() => cell(page, 1).locator('.state').textContent()).toMatch(/could not be read/);
  await go('#cell-1');
  await expect.poll(() => cell(page, 1).locator('.state').textContent()).not.toMatch(/could not be read/);
  await cell(page, 1).locator('[data-do=own]').click();
  await expect.poll(code).toContain('mine');
  await page.reload();
  expect(await code()).toContain('mine');
});

test('code that replaces what the sandbox might use gets no port, and a new run goes on', async ({ visit }) => {
  const page = await visit(chapter);
  await write(
    page,
    1,
    `const ports = [];
const keep = (x) => { if (x instanceof MessagePort) ports.push(x); return x };
for (const [of, name] of [[Reflect, 'apply'], [Function.prototype, 'call'], [Function.prototype, 'apply'], [Array.prototype, 'push'], [Promise.prototype, 'then']]) {
  const was = of[name];
  Object.defineProperty(of, name, { value(...given) { keep(this); for (const x of given) keep(x); return was.call ? Reflect.construct(Object, []) : undefined } });
}
Object.defineProperty(MessageEvent.prototype, 'data', { get() { keep(this.target); keep(this.currentTarget); return { id: 1, run: [] } } });
Object.defineProperty(Object.prototype, 'port', { set(x) { keep(x) } });
ports.length`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await output(page, 1)).toBe('0');
  await write(page, 1, 'postMessage({ id: 1, done: true }); 1 + 1');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => output(page, 1)).toBe('2');
});

test('an error that comes late is told as what it is, with its line', async ({ visit }) => {
  const page = await visit(chapter);
  await write(
    page,
    1,
    'const wait = new Promise((r) => setTimeout(r, 500))\nsetTimeout(() => {\n  throw new RangeError("late") }, 10)\nawait wait',
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await output(page, 1)).toMatch(/RangeError: late, thrown later, by a timer or an event \(line 3/);
  await write(page, 1, '\nPromise.reject(new Error("alone"))\n1');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => output(page, 1)).toMatch(/Error: alone, in a promise that nothing waits for \(line 2/);
});

test('an error in a cell above is told there, and no cell is left running', async ({ visit }) => {
  const page = await visit(chapter);
  await write(page, 1, 'const z = [1]\nconst p = 1\nfunction f() {\n  throw new Error("above") }');
  await write(page, 2, 'f()');
  await cell(page, 2).locator('[data-do=run]').click();
  await ended(page, 2);
  expect(await output(page, 2)).toMatch(/Error: above \(cell 1, line 4/);
  expect(await cell(page, 1).locator('.cm-line.wrong').textContent()).toMatch(/throw/);
  await write(page, 1, 'decorated = 1\n@decorated class A {}');
  await cell(page, 2).locator('[data-do=run]').click();
  await ended(page, 1);
  expect(await output(page, 1)).toMatch(/decorators are not supported.*line 2/);
  await expect.poll(() => state(page, 2)).toBe('stale');
});

test('code is read in a Worker, whatever its size', async ({ visit }) => {
  const page = await visit(chapter);
  await cell(page, 1).locator('[data-do=run]').click();
  await ended(page, 1);
  expect(page.workers().some((worker) => /compile-worker/.test(worker.url()))).toBe(true);
  await page.evaluate(
    (id) => (location.hash = `#${id}&cells.1=${encodeURIComponent(`/* import a${' '.repeat(200_000)} */`)}`),
    'cell-1',
  );
  await expect.poll(() => state(page, 1)).toBe('edited');
  await cell(page, 1).locator('[data-do=run]').click();
  await ended(page, 1);
  expect(await output(page, 1)).toMatch(/characters; expected at most 100000/);
});

test('a figure that a cell describes is drawn; markup in it is not', async ({ visit }) => {
  const page = await visit(chapter);
  await write(
    page,
    1,
    '({ figure: { marks: [{ type: "line", data: [{ x: 0, y: 0 }, { x: 1, y: 1 }], x: "x", y: "y" }, { type: "text", data: [{ x: 0, y: 0, t: "<img src=x onerror=alert(1)>" }], x: "x", y: "y", text: "t" }] } })',
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await ended(page, 1);
  expect(await cell(page, 1).locator('[data-output] svg path').count()).toBeGreaterThan(0);
  expect(await cell(page, 1).locator('[data-output] img').count()).toBe(0);
});

test('all cells run at once, and can be taken along as a file', async ({ visit }) => {
  const page = await visit(chapter);
  await page.click('[data-do=run-all]');
  for (let n = 1; n <= (await page.locator(cells).count()); n++) {
    await ended(page, n);
    expect(await state(page, n)).toBe('done');
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do=download]')]);
  const file = await textOf(download);
  expect(file).toMatch(/Cell 1/);
  expect(file).not.toMatch(/from 'logits'/);
});

test('what was shared and kept while cells were known by their place is theirs still', async ({ visit }) => {
  const page = await visit(`${chapter}#cell-2&cells.2=${encodeURIComponent('const yours = 2')}`);
  const code = (n: number) => cell(page, n).locator('[data-code]').innerText();
  expect(await code(2)).toContain('yours');
  expect(await page.locator('#cell-2').evaluate((mark) => mark.closest('live-cell') !== null)).toBe(true);
  await page.evaluate((key) => {
    const edit = { code: 'const mine = 1', from: '' };
    const record = { version: 2, exercises: {}, cells: { [`${location.pathname}#cell-1`]: edit } };
    localStorage.setItem(key, JSON.stringify({ ...record, cards: { reviews: {}, settings: { limit: 10, at: 0 } } }));
    location.hash = '';
  }, key);
  await page.reload();
  expect(await code(1)).toContain('mine');
  expect(await code(2)).not.toContain('mine');
  await cell(page, 1).locator('[data-do=reset]').click();
  await page.reload();
  expect(await code(1)).not.toContain('mine');
});
