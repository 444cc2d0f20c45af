/**
 * What the pages weigh and how long they keep a reader waiting, in a real browser: bytes of a cold first visit,
 * gzipped; layout shift; long tasks with the processor slowed fourfold; and, for each figure, script, style and layout
 * of one input at that speed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from 'playwright-core';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';
import { watchShifts, weigh } from '../browser/weigh.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const chapters = readdirSync(path('../../content/chapters'))
  .sort()
  .map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
const slowdown = 4;
const budget = 16.7;
const warmUp = 6;
const inputs = 30;

const site = await serve({ dir: path('../../dist/'), base: '/' });
const browser = await chromium.launch({ executablePath: await ensureChromium() });
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time: number) => `${time.toFixed(1)} ms`;

/** A page of its own, with the processor slowed. */
async function slowed(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(clock);
  return page;
}

type Measured = { median: number; high: number };

/** In the page: for each input, the time from its arrival until all is drawn that it asks for: script, style, layout. */
const clock = () => {
  const times: number[] = [];
  Object.assign(window, { times });
  for (const type of ['input', 'click', 'pointermove']) {
    let began = 0;
    addEventListener(type, () => (began = performance.now()), true);
    addEventListener(type, () => {
      document.documentElement.getBoundingClientRect(); // style and layout, now
      times.push(performance.now() - began);
    });
  }
};

/** What one input costs, in milliseconds: `act` does the i-th of them. */
async function cost(page: Page, act: (i: number) => Promise<unknown>): Promise<Measured> {
  const taken = () => page.evaluate(() => (window as unknown as { times: number[] }).times.splice(0));
  for (let i = 0; i < inputs + warmUp; i++) {
    await act(i);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    // The first inputs draw what the page came with, and warm the code up.
    if (i === warmUp - 1) await taken();
  }
  const times = (await taken()).sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]!;
  return { median: at(0.5), high: at(0.95) };
}

/** The ways in which a hand moves a figure: a slider's arrow keys, a drag on a drawing, a button. */
async function hands(page: Page, live: Locator): Promise<Record<string, (i: number) => Promise<unknown>>> {
  const found: Record<string, (i: number) => Promise<unknown>> = {};
  const slider = live.locator('input[type=range]:visible:enabled').first();
  if (await slider.count())
    found['key'] = async (i) => {
      await slider.focus();
      await page.keyboard.press(i % 16 < 8 ? 'ArrowRight' : 'ArrowLeft');
    };
  const drawing = live.locator('[data-drag]:visible').first();
  if (await drawing.count())
    found['drag'] = async (i) => {
      await drawing.scrollIntoViewIfNeeded();
      const box = (await drawing.locator('[data-variant]:visible').boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (i === 0) {
        await page.mouse.move(x, y);
        await page.mouse.down();
      }
      await page.mouse.move(x + 40 * Math.sin(i / 3), y + 25 * Math.cos(i / 3));
      if (i === inputs + warmUp - 1) await page.mouse.up();
    };
  const button = live.locator('[data-action]:visible:enabled').first();
  if (Object.keys(found).length === 0 && (await button.count())) found['button'] = () => button.click();
  return found;
}

/** The longest task of a visit, in milliseconds; 0 where none took more than 50. */
async function longest(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = { longest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1500); // a slowed page asks for its last scripts late
  return page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
}

/** The words of a chapter and nothing else: what any page of that length keeps a reader waiting on this machine. */
async function plain(chapter: string): Promise<number> {
  const page = await slowed();
  await page.route('**/*', async (route) => {
    const html = readFileSync(path(`../../dist/${chapter}/index.html`), 'utf8');
    const text = html
      .slice(html.indexOf('<main'))
      .replace(/<(script|style|svg|math)\b[^]*?<\/\1>/g, '')
      .replace(/<(?!\/?(p|h\d)\b)[^>]*>/g, '');
    await route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>words</title>${text}` });
  });
  const found = await longest(page, `${site.url}${chapter}/`);
  await page.context().close();
  return found;
}

/**
 * What an input costs at least on this machine, on a page of its own and written by hand: a slider and its number; and
 * with them what a figure and its formulas change, ten shapes and twenty numbers.
 */
const references = {
  'a slider and its number': `<input type=range><output></output><script>
    const said = document.querySelector('output');
    document.querySelector('input').oninput = (event) => (said.textContent = event.target.value);
  </script>`,
  'and ten shapes, twenty numbers': `<input type=range><output></output>
    <svg width=640 height=320>${'<circle r=5 cy=160 /><text y=20>0</text>'.repeat(5)}</svg>
    ${'<p>Some words, <b>0</b>, and some more of them, <i>0</i>, as a sentence has them.</p>'.repeat(10)}<script>
    const numbers = document.querySelectorAll('output, text, b, i');
    const circles = document.querySelectorAll('circle');
    document.querySelector('input').oninput = ({ target: { value } }) => {
      circles.forEach((circle, i) => circle.setAttribute('cx', 20 * i + 5 * value));
      numbers.forEach((number, i) => (number.firstChild ?? number).textContent = (value / (i + 1)).toFixed(4));
    };
  </script>`,
};

async function reference(body: string): Promise<Measured> {
  const page = await slowed();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>by hand</title>${body}` }),
  );
  await page.goto(site.url);
  await page.focus('input');
  const found = await cost(page, (i) => page.keyboard.press(i % 16 < 8 ? 'ArrowRight' : 'ArrowLeft'));
  await page.context().close();
  return found;
}

const row = ({ median, high }: Measured) => ({
  median: ms(median),
  '95th percentile': ms(high),
  [`over ${budget} ms`]: high > budget ? 'over' : '',
});
const task = (time: number) => (time === 0 ? 'none over 50 ms' : ms(time));

try {
  const pages: Record<string, Record<string, string>> = {};
  const figures: Record<string, Record<string, string>> = {};
  for (const [name, body] of Object.entries(references)) figures[`by hand: ${name}`] = row(await reference(body));
  for (const chapter of chapters) {
    const page = await slowed();
    const weights = weigh(page);
    const shifts = await watchShifts(page);
    const waited = await longest(page, `${site.url}${chapter}/`);
    const { document = 0, stylesheet = 0, script = 0, font = 0, ...others } = await weights();
    const rest = Object.values(others).reduce((a, b) => a + b, 0);
    pages[chapter] = {
      'in all (120 kB)': kB(document + stylesheet + script + font + rest),
      'scripts (15 kB)': kB(script),
      text: kB(document),
      style: kB(stylesheet),
      fonts: kB(font),
      'layout shift': (await shifts()).toFixed(4),
      'longest task': task(waited),
      'its words alone': task(await plain(chapter)),
    };
    for (const live of await page.locator('live-widget').all()) {
      await live.scrollIntoViewIfNeeded();
      await live.locator('[data-figure] :is(input, button):enabled').first().focus();
      await page.waitForLoadState('networkidle');
      for (const [hand, act] of Object.entries(await hands(page, live))) {
        figures[`${await live.getAttribute('data-widget')}, ${hand} (${chapter}#${await live.getAttribute('id')})`] =
          row(await cost(page, act));
      }
    }
    await page.context().close();
  }
  console.log('A cold first visit, gzipped, with what may be needed at most:');
  console.table(pages);
  console.log(`Script, style and layout of one input with the processor slowed ${slowdown} times:`);
  console.table(figures);
} finally {
  await browser.close();
  await site.close();
}
