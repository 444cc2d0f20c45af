/** The interview room: schedules that are kept, a session without network, keys alone, a phone, paper, no JavaScript. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, quiet, test, widths } from './visit.ts';
import { key } from '../../src/progress/store.ts';

const rooms = [
  'interview/',
  'interview/review/',
  'interview/mock/',
  'interview/read/',
  'interview/whiteboard/',
  'interview/whiteboard/write-softmax/',
];

const record = (page: Page) => page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}').cards, key);
const asked = (page: Page) => page.textContent('.asked');

/** Opens the review and waits for its first question. */
async function openReview(page: Page): Promise<void> {
  await page.waitForSelector('.asked');
}

describe('a review', () => {
  test('is driven by keys alone: space reveals, 1 to 4 grade, u takes back exactly', async ({ visit }) => {
    const page = await visit('interview/review/');
    await openReview(page);
    const first = await asked(page);
    expect(await page.isVisible('.answer.short')).toBe(false);
    await page.keyboard.press('4');
    expect(await record(page), 'no grade before the answer is shown').toBeUndefined();
    await page.keyboard.press('Space');
    expect(await page.isVisible('.answer.short')).toBe(true);
    await page.keyboard.press('3');
    const second = await asked(page);
    expect(second).not.toBe(first);
    const kept = await record(page);
    expect(Object.values(kept.reviews)).toEqual([[[expect.any(Number), 3]]]);
    await page.keyboard.press('Space');
    await page.keyboard.press('1');
    expect(Object.keys((await record(page)).reviews)).toHaveLength(2);
    await page.keyboard.press('u');
    expect(await asked(page)).toBe(second);
    expect(await record(page)).toEqual(kept);
  });

  test('asks what it is told to ask, keeps that, and leaves single keys alone where they are switched off', async ({
    visit,
  }) => {
    const page = await visit('interview/review/');
    await openReview(page);
    await page.click('.ways summary');
    for (const name of ['screen', 'onsite']) await page.uncheck(`[name=with][value=${name}]`);
    await page.uncheck('[name=keys]');
    expect(await page.textContent('.table .what')).toMatch(/^specialist/);
    await page.reload();
    await openReview(page);
    expect(await page.textContent('.table .what')).toMatch(/^specialist/);
    await page.locator('body').press('Space');
    expect(await page.isVisible('.answer.short')).toBe(false);
    await page.click('[data-do=reveal]');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('1');
    expect(Object.keys((await record(page)).reviews)).toEqual([]);
    await page.click('[data-grade="3"]');
    expect(Object.keys((await record(page)).reviews)).toHaveLength(1);
  });

  test('shows the points right after the short answer, and compares with what was typed first', async ({ visit }) => {
    const page = await visit('interview/review/');
    await openReview(page);
    await page.click('.ways summary');
    await page.check('[name=recall]');
    await page.fill('.recall', '1 2 3 u: my own words');
    await page.reload();
    await openReview(page);
    expect(await page.inputValue('.recall')).toBe('1 2 3 u: my own words');
    await page.focus('.recall');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await page.isVisible('.recall')).toBe(true);
    expect(await page.$eval('.table .short', (short) => short.nextElementSibling!.className)).toContain('points');
    await page.keyboard.press('3');
    expect(await page.inputValue('.recall')).toBe('');
  });

  test('goes on without the network, formulas and all, until nothing is due', async ({ visit }) => {
    const page = await visit('interview/review/', { expects: /ERR_INTERNET_DISCONNECTED|Failed to load/ });
    await openReview(page);
    await quiet(page);
    await page.context().setOffline(true);
    for (let i = 0; i < 12 && (await page.isVisible('[data-do=reveal]')); i++) {
      await page.keyboard.press('Space');
      await page.keyboard.press('4');
    }
    expect(await asked(page)).toBe('Done for today.');
    const { reviews } = await record(page);
    expect(Object.keys(reviews)).toHaveLength(10);
    expect(await page.evaluate(() => [...document.fonts].every(({ status }) => status === 'loaded'))).toBe(true);
  });

  test('of two tabs keeps the answers of both', async ({ visit }) => {
    const one = await visit('interview/review/');
    await openReview(one);
    const two = await one.context().newPage();
    await two.goto(one.url());
    await openReview(two);
    for (const [page, other] of [
      [one, two],
      [two, one],
      [one, two],
    ] as const) {
      const question = await asked(page);
      await page.bringToFront();
      await page.keyboard.press('Space');
      await page.keyboard.press('4');
      await other.waitForFunction((q) => document.querySelector('.asked')!.textContent !== q, question);
    }
    const { reviews } = await record(one);
    expect(Object.values(reviews).flat()).toHaveLength(3);
    expect(Object.keys(reviews)).toHaveLength(3);
  });

  test('brings back the cards of an exercise that was failed since', async ({ visit }) => {
    const page = await visit('interview/read/');
    const [id, exercise] = await page.$eval('.card:not([data-exercises=""])', (card) => [
      card.id,
      (card as HTMLElement).dataset['exercises']!.split(' ')[0]!,
    ]);
    const now = Date.now();
    const kept = {
      version: 1,
      exercises: { [exercise]: { state: 'tried', at: now - 1000 } },
      cells: {},
      cards: { reviews: { [id]: [[now - 60_000, 4]] }, settings: { limit: 0, at: 1 } },
    };
    await page.evaluate(([name, text]) => localStorage.setItem(name!, text!), [key, JSON.stringify(kept)]);
    await page.goto(new URL('../', page.url()).href);
    expect(await page.textContent('[data-due]')).toBe('1 due');
  });
});

test('the plan says what pace an interview asks for, and takes it', async ({ visit }) => {
  const page = await visit('interview/');
  const date = await page.evaluate(() => {
    const day = new Date();
    day.setHours(day.getHours() - 4);
    day.setDate(day.getDate() + 2);
    return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  });
  await page.fill('[name=interview]', date);
  await page.locator('[name=interview]').blur();
  expect(await page.textContent('[data-plan]')).toMatch(/2 days until the interview/);
  await page.click('[data-do=pace]');
  expect(await page.textContent('[data-plan]')).toMatch(/see all of them in time/);
  await page.reload();
  expect(await page.inputValue('[name=interview]')).toBe(date);
  expect(Number(await page.inputValue('[name=limit]'))).toBeGreaterThan(10);
});

test('a mock interview asks, compares, follows up and reports, without the network', async ({ visit }) => {
  const page = await visit('interview/mock/', { expects: /ERR_INTERNET_DISCONNECTED|Failed to load/ });
  await page.waitForFunction(() => /to choose from/.test(document.querySelector('[data-setup]')!.textContent!));
  await quiet(page);
  await page.context().setOffline(true);
  await beginMock(page);
  const question = await asked(page);
  await page.click('[data-do=pause]');
  expect(await page.isVisible('.asked')).toBe(false);
  const paused = await page.textContent('[data-clock]');
  await page.waitForTimeout(1200);
  expect(await page.textContent('[data-clock]')).toBe(paused);
  await page.click('[data-do=pause]');
  await page.click('.hand [data-do=next]:visible');
  await page.locator('.points input').first().check();
  await page.click('.hand [data-do=next]:visible');
  expect(await page.textContent('.table .what')).toContain(question);
  expect(await page.isVisible('.table .reply')).toBe(false);
  await page.click('.hand [data-do=next]:visible');
  expect(await page.isVisible('.table .reply')).toBe(true);
  await page.locator('[name=grade]').first().check();
  await page.click('.hand [data-do=next]:visible');
  await page.click('[data-do=end]:visible');
  const report = (await page.textContent('[data-stage=report]'))!;
  expect(report).toMatch(/1 of [345] points/);
  expect(report).toContain(question);
  expect(report).toMatch(/not yet/);
  expect(await page.locator('[data-stage=report] a').count()).toBeGreaterThan(0);
});

/** Begins a mock interview, once the deck is there. */
async function beginMock(page: Page, minutes = 20): Promise<void> {
  await page.waitForFunction(() => /to choose from/.test(document.querySelector('[data-setup]')!.textContent!));
  await page.check(`[name=minutes][value="${minutes}"]`);
  await page.click('[type=submit]');
}

test('a mock interview goes on after a reload where it was, with what was typed, marked and spent', async ({
  visit,
}) => {
  const page = await visit('interview/mock/');
  const resume = async () => {
    await page.reload();
    await page.click('[data-do=resume]');
  };
  await beginMock(page);
  const question = await asked(page);
  await page.fill('.table textarea', 'my own <b>words</b>');
  await page.waitForFunction(() => document.querySelector('[data-clock]')!.textContent! < '19:59');
  await resume();
  expect(await asked(page)).toBe(question);
  expect(await page.inputValue('.table textarea')).toBe('my own <b>words</b>');
  expect(await page.textContent('[data-clock]')).toMatch(/^19:5[0-8]$/);
  await page.click('.hand [data-do=next]:visible');
  expect(await page.textContent('.table .own')).toContain('my own <b>words</b>');
  await page.locator('.points input').nth(1).check();
  await resume();
  expect(await page.locator('.points input:checked').count()).toBe(1);
  expect(await page.locator('.points input').nth(1).isChecked()).toBe(true);
  await page.click('.hand [data-do=next]:visible');
  const followUp = await asked(page);
  await page.fill('.table textarea', 'and a reply');
  await page.click('.hand [data-do=next]:visible');
  await page.locator('[name=grade]').nth(1).check();
  await resume();
  expect(await asked(page)).toBe(followUp);
  expect(await page.locator('[name=grade]').nth(1).isChecked()).toBe(true);
  await page.click('[data-do=end]:visible');
  for (const again of [false, true]) {
    if (again) await resume();
    const report = (await page.textContent('[data-report]'))!;
    expect(report).toMatch(/^1 of [345] points/);
    for (const text of [question!, 'my own <b>words</b>', `Follow-up (partly): ${followUp}`, 'and a reply'])
      expect(report).toContain(text);
    expect(await page.locator('.result .beside').count()).toBe(2);
  }
  await page.click('[data-do=again]:visible');
  await page.reload();
  await page.waitForFunction(() => /to choose from/.test(document.querySelector('[data-setup]')!.textContent!));
  expect(await page.isVisible('[data-do=resume]')).toBe(false);
});

test('a mock interview that goes on in another tab stops in the first, which takes over what stands there', async ({
  visit,
}) => {
  const page = await visit('interview/mock/');
  await beginMock(page);
  await page.fill('.table textarea', 'older');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.click('[data-do=resume]');
  await other.fill('.table textarea', 'newer');
  await other.click('.hand [data-do=next]:visible');
  await expect.poll(() => page.textContent('[data-problem]')).toMatch(/another tab/);
  expect(await page.textContent('[data-do=pause]')).toBe('Resume');
  await page.click('[data-do=pause]');
  expect(await page.textContent('.table .own')).toContain('newer');
  expect(await page.textContent('[data-problem]')).toBe('');
  await expect.poll(() => other.textContent('[data-problem]')).toMatch(/another tab/);
  await other.close();
});

test('a mock interview says when time is up, keeps its clock in view, and goes on or ends as one chooses', async ({
  visit,
}) => {
  for (const viewport of [widths.phone, widths.desk])
    for (const way of ['overtime', 'end']) {
      const page = await visit('interview/mock/', { viewport, before: (page) => page.clock.install() });
      await beginMock(page, 10);
      await page.fill('.table textarea', 'half a sentence');
      expect(await page.isVisible('[data-do=overtime]')).toBe(false);
      await page.clock.runFor(10 * 60_000);
      expect(await page.textContent('[data-time-said]')).toMatch(/^Time is up/);
      expect(await page.inputValue('.table textarea')).toBe('half a sentence');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const boxes = await page.$$eval('.site-header, .clock', (all) =>
        all.map((one) => one.getBoundingClientRect().toJSON()),
      );
      expect(boxes[1].top).toBeGreaterThanOrEqual(boxes[0].bottom - 1);
      expect(boxes[1].bottom).toBeLessThan(viewport.height / 3);
      await page.click(`[data-do=${way}]:visible`);
      if (way === 'overtime') {
        expect(await page.textContent('[data-time-said]')).toBe('');
        expect(await page.evaluate(() => document.activeElement!.matches('.table textarea'))).toBe(true);
        for (let i = 0; i < 4; i++) await page.keyboard.press('ControlOrMeta+Enter');
        expect(await page.textContent('.table .what')).toMatch(/^Question 2/);
      } else expect(await page.textContent('[data-report]')).toMatch(/not compared[^]*half a sentence/);
      await page.close();
    }
});

test('a mock interview that can’t be read anymore is told of, and costs nothing else', async ({ visit }) => {
  const page = await visit('interview/mock/');
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name!, text!),
    [
      key,
      JSON.stringify({
        version: 3,
        exercises: { 'write-softmax': { state: 'done', at: 1 } },
        cells: {},
        cards: { reviews: {}, settings: { limit: 7, at: 0 } },
        rooms: { mock: { at: 1, state: { minutes: 20, step: 'lunch' } } },
        attempts: [],
      }),
    ],
  );
  await page.reload();
  await page.waitForFunction(() => /can’t be read/.test(document.querySelector('[data-setup]')!.textContent!));
  await page.click('[type=submit]');
  expect(await page.isVisible('.table .asked')).toBe(true);
  const kept = await page.evaluate((name) => JSON.parse(localStorage.getItem(name)!), key);
  expect(kept.exercises['write-softmax'].state).toBe('done');
  expect(kept.rooms.mock.state.step).toBe('question');
});

/** Goes on by the Tab key until what has the focus is what was wanted. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  expect(await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 120))).toBe(selector);
}

test('a mock interview is held by keys alone', async ({ visit }) => {
  const page = await visit('interview/mock/');
  await page.waitForFunction(() => /to choose from/.test(document.querySelector('[data-setup]')!.textContent!));
  await tabTo(page, '[type=submit]');
  await page.keyboard.press('Enter');
  const first = await asked(page);
  await tabTo(page, 'textarea');
  await page.keyboard.type('1 2 u space are letters here');
  await page.keyboard.press('ControlOrMeta+Enter');
  await tabTo(page, '.points input');
  await page.keyboard.press('Space');
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await page.textContent('.table .what')).toContain(first);
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await page.isVisible('.table .reply')).toBe(true);
  expect(await page.evaluate(() => document.activeElement!.matches('[name=grade]'))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await asked(page)).not.toBe(first);
  await tabTo(page, '[data-do=pause]');
  await page.keyboard.press('Enter');
  expect(await page.isVisible('.asked')).toBe(false);
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-do=end]');
  await page.keyboard.press('Enter');
  expect(await page.textContent('[data-stage=report]')).toMatch(/1 of [345] points[^]*partly/);
});

test('the whiteboard is used by keys alone, and goes on without the network', async ({ visit }) => {
  const page = await visit('interview/whiteboard/write-softmax/', { expects: /ERR_INTERNET_DISCONNECTED/ });
  const solution = await page.$eval('.solution pre', (pre) => pre.textContent!);
  await quiet(page);
  await page.context().setOffline(true);
  await tabTo(page, '[data-do=clock]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-clock]')!.textContent!.startsWith('9:'));
  await tabTo(page, '[data-do=edit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.cm-focused');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(solution);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => page.textContent('[data-said]')).toMatch(/^Right, after 0:\d\d/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('.cm-editor'))).toBeNull();
});

test('the whiteboard gives no hints until the reader is done', async ({ visit }) => {
  const page = await visit('interview/whiteboard/write-softmax/');
  expect(await page.isVisible('.hint')).toBe(false);
  await page.click('[data-do=clock]');
  await page.waitForFunction(() => document.querySelector('[data-clock]')!.textContent!.startsWith('9:'));
  await page.click('[data-do=over]');
  expect(await page.isVisible('.solution')).toBe(true);
  expect(await page.textContent('[data-said]')).toMatch(/^Ended after 0:0/);
});

test('the whiteboard’s clock runs from the first key on, whoever has not started it, and stays', async ({ visit }) => {
  const page = await visit('interview/whiteboard/write-sigmoid/');
  const solution = await page.$eval('.solution pre', (pre) => pre.textContent!);
  await page.click('[data-do=edit]');
  await page.waitForSelector('.cm-focused');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('/');
  await page.waitForFunction(() => document.querySelector('[data-clock]')!.textContent!.startsWith('4:'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(solution);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect
    .poll(() => page.textContent('[data-said]'))
    .toMatch(/^Right, after 0:\d\d\. Hints and solution stand below the code\.$/);
  expect(await page.textContent('[data-clock]')).toMatch(/^4:\d\d$/);
  expect(await page.isVisible('[data-clock]')).toBe(true);
});

test('the whiteboard starts empty, apart from the exercise and its solution, and goes on after a reload', async ({
  visit,
}) => {
  const page = await visit('exercises/write-sigmoid/');
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name!, text!),
    [
      key,
      JSON.stringify({
        version: 2,
        exercises: { 'write-sigmoid': { state: 'done', at: 1 } },
        cells: { 'exercise:write-sigmoid': { code: 'const sigmoid = () => 1', from: '' } },
        cards: { reviews: {}, settings: { limit: 10, at: 0 } },
      }),
    ],
  );
  await page.goto(new URL('../../interview/whiteboard/write-sigmoid/', page.url()).href);
  expect((await page.textContent('[data-code]'))!.trim()).toBe('');
  expect(await page.isVisible('[data-done]')).toBe(false);
  const said = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(said).toContain('function sigmoid(z: number): number');
  expect(said).not.toMatch(/1000|huge|overflow|NaN/);
  await page.click('[data-do=edit]');
  await page.waitForSelector('.cm-focused');
  await page.keyboard.type('// thinking');
  await page.waitForTimeout(1100);
  await page.click('[data-do=clock]');
  await page.reload();
  expect(await page.textContent('[data-code]')).toContain('// thinking');
  expect(await page.textContent('[data-clock]')).toMatch(/^4:5\d$/);
  const kept = await page.evaluate((name) => JSON.parse(localStorage.getItem(name)!), key);
  expect(kept.cells['exercise:write-sigmoid'].code).toBe('const sigmoid = () => 1');
  expect(kept.exercises).toEqual({ 'write-sigmoid': { state: 'done', at: 1 } });
  await page.click('[data-do=over]');
  await page.click('[data-do=anew]');
  await page.waitForFunction(() => document.querySelector('[data-clock]')!.textContent === '5:00');
  expect((await page.textContent('[data-code]'))!.trim()).toBe('');
});

describe('the deck', () => {
  test('is found in by words, level and topic, and says when nothing fits', async ({ visit }) => {
    const page = await visit('interview/read/');
    const shown = () => page.locator('.card:visible').count();
    const all = await shown();
    await page.selectOption('[name=level]', 'screen');
    const screen = await shown();
    expect(screen).toBeGreaterThan(0);
    expect(screen).toBeLessThan(all);
    await page.fill('[name=find]', 'no such word in here');
    expect(await shown()).toBe(0);
    expect(await page.textContent('[data-count]')).toBe('No question fits');
  });

  test.for([
    ['-1000', /−1000/],
    ['sqrt', /√|sqrt/],
    ['65504', /65504|65,504/],
  ] as const)('is found by how things are typed, with the line that has it: %s', async ([typed, line], { visit }) => {
    const page = await visit('interview/read/');
    await page.fill('[name=find]', typed);
    const cards = await page.locator('.card:visible').count();
    expect(cards).toBeGreaterThan(0);
    expect(cards).toBeLessThan(40);
    const lines = await page
      .locator('.card:visible')
      .evaluateAll((all) => all.map((card) => (card.querySelector('.hit') ?? card.querySelector('h3'))!.textContent!));
    expect(lines.filter((text) => !line.test(text))).toEqual([]);
    expect(await page.locator('.card:visible details.follow-up:not([open]):has([data-hit])').count()).toBe(0);
    await page.fill('[name=find]', '');
    expect(await page.locator('.hit, [data-hit], .follow-up[open]').count()).toBe(0);
  });

  test('is there without JavaScript, every answer behind its question', async ({ visit }) => {
    const page = await visit('interview/read/', { javaScriptEnabled: false });
    await page.click('.card summary >> nth=0');
    expect(await page.isVisible('.card .short >> nth=0')).toBe(true);
    expect(await page.isVisible('.filters')).toBe(false);
  });

  test('prints a cheat sheet of two pages, on A4 and on letter', async ({ visit }) => {
    const page = await visit('interview/read/');
    for (const format of ['A4', 'Letter']) {
      await page.evaluate(() => (document.documentElement.dataset['print'] = 'sheet'));
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(2);
    }
  });
});

test('a page asks for at most 40 kB of code at first, gzipped', async ({ visit }) => {
  for (const room of rooms.slice(0, 4)) {
    const scripts: Promise<Buffer>[] = [];
    const page = await visit(room, {
      before: async (page) => {
        page.on('response', (response) => {
          if (response.request().resourceType() === 'script') scripts.push(response.body());
        });
      },
    });
    await quiet(page);
    const inline = await page.$$eval('script:not([src])', (all) => all.map((script) => script.textContent!));
    const bytes = [...(await Promise.all(scripts)), ...inline].reduce((sum, code) => sum + gzipSync(code).length, 0);
    expect(bytes, room).toBeGreaterThan(500);
    expect(bytes, room).toBeLessThan(40_000);
  }
});

test('the file for Anki has a note for each card: as many fields as it says, formulas for MathJax', async ({
  visit,
}) => {
  const page = await visit('interview/read/');
  const cards = await page.locator('.card').count();
  const file = readFileSync(new URL('../../dist/interview/anki.txt', import.meta.url), 'utf8');
  const lines = file.trimEnd().split('\n');
  const head = lines.filter((line) => line.startsWith('#'));
  expect(head).toContain('#separator:tab');
  const notes = lines.slice(head.length).map((line) => line.split('\t'));
  expect(notes).toHaveLength(cards);
  for (const note of notes) {
    expect(note).toHaveLength(4);
    for (const field of note) expect(field).toMatch(/^"(?:[^"]|"")*"$/);
    expect(note[2]!.split('\\(').length).toBe(note[2]!.split('\\)').length);
    expect(note[2]).not.toMatch(/katex|\\val|undefined|\{\{|\}\}/);
  }
  expect(new Set(notes.map(([id]) => id)).size).toBe(cards);
});
