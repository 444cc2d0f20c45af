/**
 * What the pages weigh and how long they keep a reader waiting, in a real browser: bytes of a cold first visit,
 * gzipped; layout shift; long tasks with the processor slowed fourfold; and, for each figure, script, style and layout
 * of one input at that speed.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const chapters = readdirSync(path('../../content/chapters'))
  .sort()
  .map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
const slowdown = 4;
const frame = 16.7;

const site = await serve({ dir: path('../../dist/'), base: '/' });
const browser = await chromium.launch({ executablePath: await ensureChromium() });
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time: number) => `${time.toFixed(1)} ms`;

/** A page of its own, cold, with the processor slowed. */
async function visit(address: string): Promise<{ page: Page; cdp: CDPSession; weights: Record<string, number> }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { shift: 0, longest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const weights: Record<string, number> = {};
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const packed = /\.(woff2|png)$/.test(response.url());
    pending.push(
      response.body().then(
        (body) =>
          void (weights[kind] = (weights[kind] ?? 0) + (packed ? body.length : gzipSync(body, { level: 9 }).length)),
        () => undefined,
      ),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  return { page, cdp, weights };
}

/** Seconds that the page has spent on script, style and layout. */
async function spent(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics
    .filter(({ name }) => ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].includes(name))
    .reduce((sum, { value }) => sum + value, 0);
}

try {
  const pages: Record<string, Record<string, string>> = {};
  const inputs: Record<string, Record<string, string>> = {};
  for (const chapter of chapters) {
    const { page, cdp, weights } = await visit(`${site.url}${chapter}/`);
    const seen = await page.evaluate(() => (window as unknown as { seen: { shift: number; longest: number } }).seen);
    const { document = 0, stylesheet = 0, script = 0, font = 0 } = weights;
    const all = Object.values(weights).reduce((a, b) => a + b, 0);
    pages[chapter] = {
      'in all (150 kB)': kB(all),
      'scripts (15 kB)': kB(script),
      text: kB(document),
      style: kB(stylesheet),
      fonts: kB(font),
      'layout shift': seen.shift.toFixed(4),
      'longest task': seen.longest === 0 ? 'none over 50 ms' : ms(seen.longest),
    };
    await cdp.send('Performance.enable');
    for (const live of await page.locator('live-widget').all()) {
      const slider = live.locator('input[type=range]:visible').first();
      if ((await slider.count()) === 0) continue;
      await slider.scrollIntoViewIfNeeded();
      await slider.focus();
      await page.waitForLoadState('networkidle');
      const times: number[] = [];
      for (let i = 0; i < 28; i++) {
        const before = await spent(cdp);
        await page.keyboard.press(i % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        // The first inputs draw what the page came with, and warm the code up.
        if (i >= 4) times.push((await spent(cdp)) - before);
        await page.waitForTimeout(10);
      }
      times.sort((a, b) => a - b);
      const [median, high] = [0.5, 0.95].map((part) => 1000 * times[Math.floor(part * (times.length - 1))]!) as [
        number,
        number,
      ];
      const name = `${chapter}#${await live.getAttribute('id')} ${await live.getAttribute('data-widget')}`;
      inputs[name] = {
        median: ms(median),
        '95th percentile': ms(high),
        [`over ${frame} ms`]: high > frame ? 'over' : '',
      };
    }
    await page.context().close();
  }
  console.log('A cold first visit, gzipped, with what may be needed at most:');
  console.table(pages);
  console.log(`Script, style and layout of one input with the processor slowed ${slowdown} times:`);
  console.table(inputs);
} finally {
  await browser.close();
  await site.close();
}
