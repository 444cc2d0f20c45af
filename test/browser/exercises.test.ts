/** Exercises in the page: code is checked, ideas are named, what is done is kept, and nothing that is typed breaks the page. */
import type { Page } from 'playwright-core';
import { describe, expect, quiet, test, textOf, widths } from './visit.ts';

/** The page asks nobody while it checks: what the sandbox is refused is said on the console. */
const refused = /Content Security Policy|Refused|Failed to load|blob:null|net::ERR|NetworkError|uncaught/;

const write = 'exercises/write-softmax/';

/** Puts code into the editor of an exercise and checks it; what the verdict says. */
async function check(page: Page, code: string): Promise<string> {
  if ((await page.locator('.cm-content').count()) === 0) await page.click('[data-do=edit]');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
  await page.evaluate(() => document.querySelector('[data-verdict]')!.replaceChildren());
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForFunction(() => document.querySelector('[data-verdict]')!.textContent !== '', undefined, {
    timeout: 30_000,
  });
  return (await page.textContent('[data-verdict]'))!;
}

const solution = (page: Page) => page.$eval('.solution pre', (pre) => pre.textContent!);

test('a wrong function comes back as the smallest input that breaks it, with the idea behind it', async ({ visit }) => {
  const page = await visit(write);
  await page.click('[data-do=check]');
  await page.waitForSelector('.idea');
  const verdict = (await page.textContent('[data-verdict]'))!;
  expect(verdict).toMatch(/softmax\(\[[^,\]]+\]\)/);
  expect(verdict).toMatch(/The formula is the code/);
  expect(await page.getAttribute('.idea a', 'href')).toMatch(/overflow\/#/);
  await page.click('.idea a:last-of-type');
  await page.waitForURL(/overflow\/#.*f=naiveSoftmax/);
  await page.waitForFunction(() =>
    /NaN/.test(document.querySelector('[data-widget=step-by-step] [data-say]')!.textContent!),
  );
});

test('a right function passes, however often, and stays done on the list and after a reload', async ({ visit }) => {
  const page = await visit(write);
  // A form that loses digits is where a verdict by chance would show.
  const form =
    'const softmax = (z: number[]) => { const m = Math.max(...z), l = m + Math.log(z.reduce((s, x) => s + Math.exp(x - m), 0)); return z.map((x) => Math.exp(x - l)); };';
  const verdicts = [await check(page, form), await check(page, form), await check(page, form)];
  expect(verdicts[0]).toMatch(/✓ Right/);
  expect(new Set(verdicts).size).toBe(1);
  expect(await check(page, await solution(page))).toMatch(/✓ Right/);
  await page.reload();
  expect(await page.isVisible('[data-done]')).toBe(true);
  await page.click('.over a');
  await page.waitForSelector('[data-name=write-softmax] [data-state=done]');
});

describe('a program that means harm', () => {
  const programs: Record<string, string> = {
    'an endless loop at the start': 'while (true) {}',
    'an endless loop in the function': 'function softmax(z) { while (true) {} }',
    'an endless recursion': 'function softmax(z) { return softmax(z) }',
    'a function that eats memory':
      'function softmax(z) { const a = []; for (;;) a.push(new Float64Array(1e7).fill(1)) }',
    'a function whose memory bursts': 'function softmax(z) { const a = []; for (;;) a.push(new Array(3e7).fill(z)) }',
    'endless output': 'for (let i = 0; i < 1e7; i++) console.log(i)\nfunction softmax(z) { return z }',
    'a promise that never settles': 'function softmax(z) { return new Promise(() => {}) }',
    'a cyclic result': 'function softmax(z) { const a = []; a.push(a); return a }',
    'a huge result': 'function softmax(z) { return new Array(1e6).fill(0) }',
    'a getter that throws': 'function softmax(z) { return { get p() { throw 1 } } }',
    'a lying proxy': 'function softmax(z) { return new Proxy([], { get: () => 1, ownKeys: () => { throw 1 } }) }',
    'patched prototypes':
      'Array.prototype.map = Array.prototype.every = () => true; Math.abs = () => 0; Math.exp = () => 1; Object.is = () => true; Number.isFinite = () => true\nfunction softmax(z) { return z }',
    'a patched port':
      'MessagePort.prototype.postMessage = () => {}; self.postMessage = () => {}; structuredClone = () => 1\nfunction softmax(z) { return [] }',
    'messages by hand':
      'postMessage({ id: 1, done: true }); postMessage({ id: 2, returned: { data: [1], shown: { kind: "nothing" } } })\nfunction softmax(z) { return [] }',
    'a worker that closes itself': 'close()\nfunction softmax(z) { close(); return [] }',
    'a guess at the tests':
      'const seen = new Map([["[2,1,0.1]", [0.6590011388859679, 0.24243297070471392, 0.09856589040931817]]])\nfunction softmax(z) { return seen.get(JSON.stringify(z)) ?? z }',
    'a call for help':
      'fetch("/"); navigator.sendBeacon?.("/"); try { importScripts("/x.js") } catch {}; try { new WebSocket("ws://localhost:1") } catch {}\nfunction softmax(z) { return [] }',
    'a reach for the page':
      'function softmax(z) { return [typeof document, typeof parent, typeof top, typeof localStorage, typeof window].map((t) => t === "undefined" ? 0 : 1) }',
  };

  test('breaks neither the page, nor the verdict, nor the next run', async ({ visit }) => {
    const page = await visit(write, { expects: refused });
    const right = await solution(page);
    for (const [name, code] of Object.entries(programs)) {
      expect(await check(page, code), name).toMatch(/^✗/);
    }
    expect(await check(page, right)).toMatch(/✓ Right/);
    expect(await page.evaluate(() => Math.exp(0) + [1, 2].map((x) => x).length)).toBe(3);
  });

  test('finds no way to the network, the storage, the page or the site', async ({ visit }) => {
    const asked: string[] = [];
    const page = await visit(write, {
      expects: refused,
      before: async (_, context) => {
        context.on('request', (request) => {
          if (request.url().includes('reached')) asked.push(request.url());
        });
      },
    });
    const reach = `
      const tries = [
        () => fetch('/reached'), () => new XMLHttpRequest().open('GET', '/reached'), () => new WebSocket('ws://localhost/reached'),
        () => new EventSource('/reached'), () => importScripts('/reached.js'), () => eval("import('/reached.js')"), () => localStorage.length,
        () => indexedDB.open('x'), () => caches.open('x'), () => document.cookie, () => parent.location.href, () => new Worker('/reached.js'),
      ];
      let through = 0;
      for (const t of tries) { try { const r = t(); if (r && typeof r.then === 'function') r.then(() => through++, () => {}); } catch {} }
      function softmax(z) { return [through] }`;
    expect(await check(page, reach)).toMatch(/came out\[0\]/);
    expect(asked).toEqual([]);
  });
});

describe('a check has ten seconds, whatever a call takes', () => {
  const right = (first: string) => `${first}
function softmax(z) {
  spend();
  const max = Math.max(...z), e = z.map((x) => Math.exp(x - max)), sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}`;
  const slow = right('const spend = () => { const end = Date.now() + 300; while (Date.now() < end); }');

  test('a slow function that is right leaves the exercise open, and says how much was tried', async ({ visit }) => {
    const page = await visit(write);
    const checking = check(page, slow);
    await page.waitForSelector('.progress:has-text("inputs tried")');
    expect(await checking).toMatch(/Ended after 10 seconds.*\d+ inputs had been tried.*stays open/);
    expect(await page.locator('.progress').count()).toBe(0);
    expect(await page.isVisible('[data-done]')).toBe(false);
  });

  test('a reader stops it at once', async ({ visit }) => {
    const page = await visit(write);
    const checking = check(page, slow);
    await page.click('[data-do=stop]');
    expect(await checking).toMatch(/You stopped the check.*stays open/);
  });

  test('a function that keeps 80 MB a call ends in time, too', async ({ visit }) => {
    const page = await visit(write, { expects: refused });
    const leak = right('const kept = []; const spend = () => kept.push(new Float64Array(1e7).fill(1));');
    expect(await check(page, leak)).toMatch(/✗ The run ended before it answered|stays open/);
  });
});

test('the function that is asked for is not offered, under any name; what is stands under the code', async ({
  visit,
}) => {
  const page = await visit(write);
  expect(await page.textContent('.starter .offers')).toMatch(/may import exp, expm1, log and log1p/);
  for (const code of [
    "import { softmax as s } from 'logits'\nfunction softmax(z) { return [...s(z)] }",
    "import * as L from 'logits'\nfunction softmax(z) { return [...L.softmax(z)] }",
    "import { naiveSoftmax } from 'logits'\nconst softmax = naiveSoftmax",
  ])
    expect(await check(page, code)).toMatch(/✗[^]*this exercise does not offer (softmax|naiveSoftmax)/);
  const solved = (await solution(page)).replaceAll('Math.exp', 'exp');
  expect(await check(page, `import { exp } from 'logits'\n${solved}`)).toMatch(/✓ Right/);
});

test('an error is placed: the message names the line, and the editor marks it', async ({ visit }) => {
  const page = await visit(write);
  expect(await check(page, 'const a = 1\nfunction softmax(z) {\n  return z +* 1\n}')).toMatch(/SyntaxError.*line 3/);
  await page.waitForSelector('.cm-line.wrong');
  expect(await check(page, 'function softmax(z) {\n  return z.nothing.here\n}')).toMatch(/TypeError.*line 2/);
});

test('code is kept before it is checked, and reset brings the starter back', async ({ visit }) => {
  const page = await visit(write);
  const starter = await page.$eval('[data-code]', (place) => place.textContent);
  await page.click('[data-do=edit]');
  await page.waitForSelector('.cm-content');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('// mine');
  await page.reload();
  expect(await page.textContent('[data-code]')).toBe('// mine');
  await page.click('[data-do=reset]');
  expect((await page.textContent('[data-code]'))!.trim()).toBe(starter!.trim());
});

test('Tab leaves the editor', async ({ visit }) => {
  const page = await visit(write);
  await page.click('[data-do=edit]');
  await page.waitForSelector('.cm-editor.cm-focused');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => !document.activeElement!.closest('.cm-editor'));
});

test('a match counts what is right, by keyboard', async ({ visit }) => {
  const page = await visit('exercises/which-loss/');
  const selects = page.locator('.match select');
  for (const [i, value] of ['2', '3', '1', '0'].entries()) await selects.nth(i).selectOption(value);
  await page.locator('[data-do=match]').focus();
  await page.keyboard.press('Enter');
  expect(await page.textContent('.match > .verdict')).toMatch(/2 of 4/);
  for (const [i, value] of ['2', '3', '0', '1'].entries()) await selects.nth(i).selectOption(value);
  await page.keyboard.press('Enter');
  await page.locator('[data-do=match]').click();
  expect(await page.textContent('.match > .verdict')).toMatch(/All right/);
  expect(await page.isVisible('[data-done]')).toBe(true);
});

test('a wrong option names its idea; the right one is done', async ({ visit }) => {
  const page = await visit('exercises/certain-photo/', { viewport: widths.phone });
  await page.locator('.option summary').first().click();
  expect(await page.textContent('.option[open] .idea')).toMatch(/certain/);
  expect(await page.isVisible('[data-done]')).toBe(false);
  await page.locator('.option.right summary').click();
  await page.waitForSelector('[data-done]:visible');
});

test('the list can be filtered, and reads as a list without JavaScript', async ({ visit }) => {
  const page = await visit('exercises/');
  const all = await page.locator('[data-name]:visible').count();
  await page.selectOption('[name=kind]', 'write');
  const some = await page.locator('[data-name]:visible').count();
  expect(some).toBeGreaterThan(5);
  expect(some).toBeLessThan(all);
  const plain = await visit('exercises/', { javaScriptEnabled: false });
  expect(await plain.locator('[data-name]:visible').count()).toBe(all);
  expect(await plain.locator('.filters:visible, progress-keeper:visible').count()).toBe(0);
});

test('progress goes into a file and comes back; a stranger’s file is refused with a reason', async ({ visit }) => {
  const page = await visit('exercises/certain-photo/');
  await page.locator('.option.right summary').click();
  await page.click('.over a');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do=export]')]);
  const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(await textOf(download)) };
  expect(JSON.parse(file.buffer.toString())).toMatchObject({
    version: 3,
    exercises: { 'certain-photo': { state: 'done' } },
  });

  const other = await visit('exercises/');
  await other.setInputFiles('progress-keeper input', {
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"name":"x","version":"1.0"}'),
  });
  await other.waitForSelector('progress-keeper [role=status]:not(:empty)');
  expect(await other.textContent('progress-keeper [role=status]')).toMatch(/Nothing was changed.*version/);
  await other.setInputFiles('progress-keeper input', file);
  await other.waitForSelector('[data-name=certain-photo] [data-state=done]');
});

test('everything is deleted only after a question', async ({ visit }) => {
  const page = await visit('exercises/certain-photo/', { expects: /dialog/ });
  await page.locator('.option.right summary').click();
  await page.click('.over a');
  await page.waitForSelector('[data-name=certain-photo] [data-state=done]');
  await page.click('[data-do=delete]');
  await page.waitForTimeout(100);
  expect(await page.locator('[data-name=certain-photo] [data-state=done]').count()).toBe(1);
});

test('nothing of the editor or the sandbox weighs on a page before an exercise is touched', async ({ visit }) => {
  const scripts: string[] = [];
  const page = await visit(write, {
    before: async (_, context) => {
      context.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
    },
  });
  await quiet(page);
  expect(scripts.filter((url) => /editor|verdict|run\./.test(url))).toEqual([]);
  expect(await page.locator('iframe').count()).toBe(0);
});
