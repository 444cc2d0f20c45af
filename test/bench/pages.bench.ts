/**
 * What the pages weigh and how long they keep a reader waiting, in a real browser: bytes of a cold first visit,
 * gzipped; layout shift; long tasks with the processor slowed fourfold; and, for each figure, the processor's time for
 * script, style and layout of one input at that speed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
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
/** Inputs before the counted ones, and those: a swing to and fro, and six more. */
const warmUp = 16;
const inputs = 96;
/** How long an input has to be drawn, in milliseconds. */
const frame = 40;

const site = await serve({ dir: path('../../dist/'), base: '/' });
const browser = await chromium.launch({ executablePath: await ensureChromium() });
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time: number) => `${time.toFixed(1)} ms`;

/** A page of its own, with the processor slowed as much as the browser is asked to. */
async function slowed(rate: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return page;
}

type Measured = { median: number; high: number };

/** A way in which a hand moves a figure: what it does first, the i-th of its inputs, and what it does in the end. */
interface Hand {
  begin: () => Promise<unknown>;
  input: (i: number) => Promise<unknown>;
  end?: () => Promise<unknown>;
}

/**
 * What one input costs, in milliseconds of the processor: all script, style and layout until its frame is drawn, as the
 * browser counts them. Time that the machine gives to others is none of it.
 */
async function cost(page: Page, { begin, input, end }: Hand): Promise<Measured> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics
      .filter(({ name }) => /^(Script|RecalcStyle|Layout)Duration$/.test(name))
      .reduce((sum, { value }) => sum + 1000 * value, 0);
  };
  await begin();
  const times: number[] = [];
  for (let i = 0; i < inputs + warmUp; i++) {
    const before = await spent();
    await input(i);
    await setTimeout(frame); // waited for here and not in the page, whose script is counted
    times.push((await spent()) - before);
  }
  await end?.();
  await cdp.detach();
  // The first swing draws what the page came with, makes rooms for numbers, and warms the code up.
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!;
  return { median: at(0.5), high: at(0.95) };
}

const backAndForth = (i: number): string => (i % 16 < 8 ? 'ArrowRight' : 'ArrowLeft');

/** The ways in which a hand moves a figure: a slider's arrow keys, a drag on a drawing, a button. */
async function hands(page: Page, live: Locator): Promise<Record<string, Hand>> {
  const found: Record<string, Hand> = {};
  const slider = live.locator('input[type=range]:visible:enabled').first();
  if (await slider.count())
    found['key'] = { begin: () => slider.focus(), input: (i) => page.keyboard.press(backAndForth(i)) };
  const drawing = live.locator('[data-drag]:visible').first();
  if (await drawing.count()) {
    let [x, y] = [0, 0];
    found['drag'] = {
      begin: async () => {
        await drawing.scrollIntoViewIfNeeded();
        const box = (await drawing.locator('[data-variant]:visible').boundingBox())!;
        [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      input: (i) => page.mouse.move(x + 40 * Math.sin(i / 3), y + 25 * Math.cos(i / 3)),
      end: () => page.mouse.up(),
    };
  }
  const button = live.locator('[data-action]:visible:enabled').first();
  if (Object.keys(found).length === 0 && (await button.count()))
    found['button'] = { begin: () => button.focus(), input: () => page.keyboard.press('Enter') };
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
  const page = await slowed(slowdown);
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

async function reference(body: string, rate: number): Promise<Measured> {
  const page = await slowed(rate);
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>by hand</title>${body}` }),
  );
  await page.goto(site.url);
  const found = await cost(page, {
    begin: () => page.focus('input'),
    input: (i) => page.keyboard.press(backAndForth(i)),
  });
  await page.context().close();
  return found;
}

/** The rate to ask the browser for, so that pages are slowed fourfold and no more: the last page by hand is the measure. */
async function calibrated(): Promise<number> {
  const body = Object.values(references).at(-1)!;
  const full = await reference(body, 1);
  let rate = slowdown;
  for (let i = 0; i < 4; i++) {
    const found = (await reference(body, rate)).median / full.median;
    rate = 1 + ((rate - 1) * (slowdown - 1)) / Math.max(found - 1, 1);
  }
  return rate;
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
  const rate = await calibrated();
  for (const [name, body] of Object.entries(references)) figures[`by hand: ${name}`] = row(await reference(body, rate));
  for (const chapter of chapters) {
    const page = await slowed(slowdown);
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
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    for (const live of await page.locator('live-widget').all()) {
      await live.scrollIntoViewIfNeeded();
      await live.locator('[data-figure] :is(input, button):enabled').first().focus();
      await page.waitForLoadState('networkidle');
      for (const [hand, moves] of Object.entries(await hands(page, live))) {
        figures[`${await live.getAttribute('data-widget')}, ${hand} (${chapter}#${await live.getAttribute('id')})`] =
          row(await cost(page, moves));
      }
    }
    await page.context().close();
  }
  console.log('A cold first visit, gzipped, with what may be needed at most:');
  console.table(pages);
  console.log(
    `The processor's time for script, style and layout of one input, slowed ${slowdown} times (what a rate of ${rate.toFixed(1)} does here):`,
  );
  console.table(figures);
} finally {
  await browser.close();
  await site.close();
}
