/** Python in the page: chosen, remembered and shared, judged like TypeScript, and held by the same sandbox. */
import type { Page } from 'playwright-core';
import { key } from '../../src/progress/store.ts';
import { chaptersOf } from '../content/site.ts';
import { describe, expect, quiet, site, test, textOf } from './visit.ts';

const exercise = 'exercises/write-softmax/';
const inPython = `${exercise}#exercise-write-softmax-python`;

/** What the sandbox is refused is said on the console. */
const refused = /Content Security Policy|Refused|Failed to load|blob:null|net::ERR|NetworkError|uncaught/;

const starter = '.starter[data-version=python]';

/** The language that a page shows. */
const shown = async (page: Page) =>
  (await page.isVisible(starter)) && !(await page.isVisible('.starter[data-version=typescript]'));

async function choose(page: Page, language: string): Promise<void> {
  await page.click(`.starter:visible .languages [value=${language}]`);
  await page.waitForFunction(
    (language) => (document.documentElement.dataset['language'] ?? 'typescript') === language,
    language,
  );
}

/** Puts code into the editor of the exercise, in Python, and checks it; what the verdict says. */
async function check(page: Page, code?: string): Promise<string> {
  await page.$eval(`${starter} [data-verdict]`, (place) => place.replaceChildren());
  if (code === undefined) await page.click(`${starter} [data-do=check]`);
  else {
    const editor = page.locator(`${starter} .cm-content`);
    if ((await editor.count()) === 0) await page.click(`${starter} [data-do=edit]`);
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(code);
    await page.keyboard.press('ControlOrMeta+Enter');
  }
  const verdict = page.locator(`${starter} [data-verdict]`);
  await verdict.locator('p').first().waitFor({ timeout: 30_000 });
  return (await verdict.textContent())!;
}

const solution = (page: Page) => page.$eval('.solution[data-version=python] pre', (pre) => pre.textContent!);

test('an exercise is asked in Python where a reader chooses it: judged alike, kept apart, done in either', async ({
  visit,
}) => {
  const asked: string[] = [];
  const page = await visit(exercise, {
    before: async (page) => page.on('request', (request) => asked.push(request.url())),
  });
  expect(await shown(page)).toBe(false);
  await choose(page, 'python');
  expect(await shown(page)).toBe(true);
  expect(await page.evaluate(() => document.activeElement!.textContent)).toMatch(/Python/);
  expect(new URL(page.url()).hash).toBe('#exercise-write-softmax-python');
  await quiet(page);
  expect(
    asked.filter((url) => /python|\.wasm|\.mjs/.test(url)),
    'before it is asked for',
  ).toEqual([]);
  const wrong = await check(page);
  expect(wrong).toMatch(/softmax\(/);
  expect(wrong).toMatch(/The formula is the code/);
  // All that it needs is here.
  await check(page, 'def softmax(z):\n    return z');
  await page.context().setOffline(true);
  expect(await check(page, await solution(page))).toMatch(/✓ Right/);
  await page.context().setOffline(false);
  expect(await page.isVisible('[data-done]')).toBe(true);
  const kept = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)!) as Record<string, unknown>, key);
  expect(kept).toMatchObject({ language: 'python', attempts: [{ language: 'python' }, {}, { verdict: 'right' }] });
  expect(Object.keys(kept['cells']!)).toEqual(['exercise:write-softmax/python']);
});

test('the language is remembered, and an address that names an exercise says it, or means TypeScript', async ({
  visit,
}) => {
  const page = await visit(inPython);
  expect(await shown(page)).toBe(true);
  // To be shown once is no choice.
  await page.goto(page.url().replace(/#.*/, ''));
  expect(await shown(page)).toBe(false);
  await choose(page, 'python');
  await page.goto(page.url().replace(/#.*/, ''));
  expect(await shown(page)).toBe(true);
  await page.evaluate(() => (location.hash = '#exercise-write-softmax'));
  await page.waitForFunction(() => !document.documentElement.dataset['language']);
  await page.reload();
  expect(await shown(page)).toBe(false);
});

test('without a script both are there; Tab leaves the editor, and a line goes on four spaces in', async ({ visit }) => {
  const plain = await visit(exercise, { javaScriptEnabled: false });
  expect(await plain.locator('.starter:visible').count()).toBe(2);
  expect(await plain.locator('.languages:visible').count()).toBe(0);
  const page = await visit(inPython);
  await page.click(`${starter} [data-do=edit]`);
  const editor = page.locator(`${starter} .cm-content`);
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('def softmax(z):');
  await page.keyboard.press('Enter');
  await page.keyboard.type('return z');
  expect(await editor.innerText()).toBe('def softmax(z):\n    return z');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.className)).not.toMatch(/cm-/);
});

describe('a cell', () => {
  const { path, cells } = chaptersOf(site)
    .map(({ path, document }) => ({ path, cells: [...document.querySelectorAll('live-cell[data-version=python]')] }))
    .find(({ cells }) => cells.length > 1)!;
  const [first, second] = cells.map(({ id }) => `#${id}`) as [string, string];
  const output = (page: Page, cell: string) => page.textContent(`${cell} [data-output]`);
  const ended = (page: Page, cell: string) =>
    page.waitForFunction(
      (cell) => /done|failed/.test(document.querySelector<HTMLElement>(cell)!.dataset['state']!),
      cell,
      { timeout: 30_000 },
    );

  test('in Python prints what it printed when the page was built, and sees the cells above it', async ({ visit }) => {
    const plain = await visit(path, { javaScriptEnabled: false });
    const built = (await output(plain, second))!;
    expect(built.trim()).not.toBe('');
    const page = await visit(path + second);
    expect(await page.isVisible(second)).toBe(true);
    expect(await page.isVisible(second.replace('-python', ''))).toBe(false);
    await page.click(`${second} [data-do=run]`);
    await ended(page, second);
    expect(await output(page, second)).toBe(built);
    expect(await page.getAttribute(second.replace('-python', ''), 'data-state')).toBe('fresh');
  });

  test('is kept and shared by its language, and says the line of an error', async ({ visit }) => {
    const code = 'x = [1]\nprint(x)\nx[3]';
    const sent = `${first}&cells.${first.replace('#cell-', '')}=${encodeURIComponent(code)}`;
    const page = await visit(path + sent);
    const other = first.replace('-python', '');
    expect(await page.textContent(`${first} [data-code]`)).toBe(code);
    expect(await page.textContent(`${other} [data-code]`)).not.toContain('x[3]');
    expect(await page.textContent(`${first} .state`)).toMatch(/came with the address/);
    await page.click(`${first} [data-do=run]`);
    await ended(page, first);
    expect(await output(page, first)).toMatch(/^\[1\]IndexError: .* \(line 3\)$/);
    await page.click(`${first} [data-do=edit]`);
    await page.locator(`${first} .cm-content`).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('  # mine');
    const kept = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)!) as { cells: object }, key);
    expect(Object.keys(kept.cells)).toEqual([new URL(page.url()).pathname + first]);
  });
});

test('an exercise goes along with the reader’s code, and a chapter’s cells too, as a notebook or a script', async ({
  visit,
}) => {
  const page = await visit(inPython);
  const take = async (button: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
    return { name: file.suggestedFilename(), text: await textOf(file) };
  };
  await check(page, 'def softmax(z):\n    return z  # mine');
  const exercise = await take(`${starter} [data-do=ipynb]`);
  expect(exercise.name).toBe('write-softmax.ipynb');
  const { cells } = JSON.parse(exercise.text) as { cells: { id: string; source: string[] }[] };
  expect(cells.map(({ id }) => id)).toEqual(['title', 'text', 'code', 'about-examples', 'examples']);
  expect(cells[2]!.source.join('')).toBe('def softmax(z):\n    return z  # mine');
  await page.goto(new URL('../../softmax/#cell-softmax-python', page.url()).href);
  expect(await page.isVisible('cell-tools [data-do=download]')).toBe(false);
  const script = await take('cell-tools [data-do=py]');
  expect(script.name).toBe('softmax.py');
  expect(script.text).toContain('sys.displayhook(softmax(z))');
});

describe('a program that means harm', () => {
  const programs: Record<string, string> = {
    'an endless loop in the function': 'def softmax(z):\n    while True: pass',
    'an endless recursion': 'def softmax(z):\n    return softmax(z)',
    'a function that eats memory': 'kept = []\ndef softmax(z):\n    while True: kept.append([0] * 10**7)',
    'an array without end': 'import numpy as np\ndef softmax(z):\n    return np.ones(10**10)',
    'a text without end': 'def softmax(z):\n    return "x" * 2**31',
    'much output': 'for i in range(2000): print("x" * 1000)\ndef softmax(z):\n    return z',
    'many warnings':
      'import numpy as np\nfor i in range(2000): np.exp(np.array([1000.0]))\ndef softmax(z):\n    return z',
    'a cyclic result': 'def softmax(z):\n    a = []\n    a.append(a)\n    return a',
    'a huge result': 'def softmax(z):\n    return [0.0] * 10**4',
    'a result that only looks like numbers':
      'class Liar(float):\n    def __eq__(self, other): return True\ndef softmax(z):\n    return [Liar(1)] * len(z)',
    'a repr that raises':
      'class Rude:\n    def __repr__(self): raise ValueError("no")\ndef softmax(z):\n    return Rude()',
    'an end of its own': 'import sys\ndef softmax(z):\n    sys.exit()',
    'patched builtins':
      'import builtins\nfor name in dir(builtins):\n    try: setattr(builtins, name, lambda *a: 1)\n    except Exception: pass\ndef softmax(z):\n    return z',
    'a patched NumPy':
      'import numpy as np\nnp.array = np.asarray = np.ndarray = lambda *a: 1\ndef softmax(z):\n    return z',
    'a guess at the tests':
      'def softmax(z):\n    return [0.6590011388859679, 0.24243297070471392, 0.09856589040931817]',
  };

  test('breaks neither the page, nor the verdict, nor the next run', async ({ visit }) => {
    const page = await visit(inPython, { expects: refused });
    for (const [name, code] of Object.entries(programs)) expect(await check(page, code), name).toMatch(/^✗/);
    expect(await check(page, await solution(page))).toMatch(/✓ Right/);
  });

  test('finds no way to JavaScript, the network or a file', async ({ visit }) => {
    const page = await visit(inPython, { expects: refused });
    const reach = `
through = []
for name in ('js', 'jsffi', '_kernels', '_host', '_driver', '_numpy', '_data', 'uctypes', 'socket', 'ssl', 'network', 'ctypes', 'machine'):
    try:
        found = [each for each in dir(__import__(name)) if each[0] != '_']
        getattr(__import__(name), found[0])
        through.append(name)
    except (ImportError, IndexError): pass
try:
    open('/reached', 'w').write('x')
    import os
    through += os.listdir('/lib')
except Exception: pass
def softmax(z):
    return {'through': through}`;
    expect(await check(page, reach)).toMatch(/came out\{"through":\s*\[\]\}/);
  });
});

test('Python in the place of TypeScript is named, and taken over to where it belongs; so is TypeScript', async ({
  visit,
}) => {
  const page = await visit(exercise);
  const written: Record<string, string> = {
    typescript: 'function softmax(z) {\n  return z;\n}',
    python: 'def softmax(z):\n    return z',
  };
  for (const [here, there, name] of [
    ['typescript', 'python', 'Python'],
    ['python', 'typescript', 'TypeScript'],
  ] as const) {
    const part = (language: string) => page.locator(`.starter[data-version=${language}]`);
    if ((await part(here).locator('.cm-content').count()) === 0) await part(here).locator('[data-do=edit]').click();
    await part(here).locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(written[there]!);
    await page.keyboard.press('ControlOrMeta+Enter');
    const verdict = part(here).locator('[data-verdict]');
    await verdict.locator('.failed', { hasText: `this is ${name}` }).waitFor({ timeout: 30_000 });
    await verdict.locator('button').click();
    await page.waitForSelector(`.starter[data-version=${there}]`, { state: 'visible' });
    await expect.poll(() => part(there).locator('[data-code]').innerText()).toContain(written[there]!.split('\n')[0]);
    expect(await verdict.textContent()).toBe('');
    // What a reader has written would stay where it is.
    await part(there).locator('[data-do=reset]').click();
  }
});
