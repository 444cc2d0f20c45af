/**
 * What the pages weigh and how long they keep a reader waiting, in a real browser: bytes of a cold first visit,
 * gzipped; layout shift; long tasks with the processor slowed fourfold; and, for each figure, script, style and layout
 * of one input at that speed.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Locator, type Page } from 'playwright-core';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';
import { watchShifts, weigh } from '../browser/weigh.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const chapters = readdirSync(path('../../content/chapters'))
  .sort()
  .map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
const slowdown = 4;
const frame = 16.7;
const warmUp = 6;
const inputs = 40;

const site = await serve({ dir: path('../../dist/'), base: '/' });
const browser = await chromium.launch({ executablePath: await ensureChromium() });
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time: number) => `${time.toFixed(1)} ms`;

/** A page of its own, with the processor slowed. */
async function slowed(): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, cdp };
}

/** Seconds that the page has spent on script, style and layout. */
async function spent(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics
    .filter(({ name }) => ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].includes(name))
    .reduce((sum, { value }) => sum + value, 0);
}

type Measured = { median: number; high: number };

/** What one input costs, in milliseconds: `act` does the i-th of them. */
async function cost(page: Page, cdp: CDPSession, act: (i: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (let i = 0; i < inputs + warmUp; i++) {
    const before = await spent(cdp);
    await act(i);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    // The first inputs draw what the page came with, and warm the code up.
    if (i >= warmUp) times.push(1000 * ((await spent(cdp)) - before));
    await page.waitForTimeout(10);
  }
  times.sort((a, b) => a - b);
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

try {
  const pages: Record<string, Record<string, string>> = {};
  const figures: Record<string, Record<string, string>> = {};
  for (const chapter of chapters) {
    const { page, cdp } = await slowed();
    const weights = weigh(page);
    const shifts = await watchShifts(page);
    await page.addInitScript(() => {
      const seen = { longest: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(`${site.url}${chapter}/`, { waitUntil: 'networkidle' });
    const { document = 0, stylesheet = 0, script = 0, font = 0, ...others } = await weights();
    const rest = Object.values(others).reduce((a, b) => a + b, 0);
    const longest = await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
    pages[chapter] = {
      'in all (150 kB)': kB(document + stylesheet + script + font + rest),
      'scripts (15 kB)': kB(script),
      text: kB(document),
      style: kB(stylesheet),
      fonts: kB(font),
      'layout shift': (await shifts()).toFixed(4),
      'longest task': longest === 0 ? 'none over 50 ms' : ms(longest),
    };
    await cdp.send('Performance.enable');
    for (const live of await page.locator('live-widget').all()) {
      await live.scrollIntoViewIfNeeded();
      await live.locator('[data-figure] :is(input, button):enabled').first().focus();
      await page.waitForLoadState('networkidle');
      for (const [hand, act] of Object.entries(await hands(page, live))) {
        const { median, high } = await cost(page, cdp, act);
        figures[`${await live.getAttribute('data-widget')}, ${hand} (${chapter}#${await live.getAttribute('id')})`] = {
          median: ms(median),
          '95th percentile': ms(high),
          [`over ${frame} ms`]: high > frame ? 'over' : '',
        };
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
