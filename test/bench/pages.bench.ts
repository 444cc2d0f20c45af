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

/** A page of its own. */
const newPage = async (): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();

/** Has the browser slow a page's processor down fourfold; what it returns ends that. */
async function slowed(page: Page): Promise<() => Promise<unknown>> {
  const cdp = await page.context().newCDPSession(page);
  const ask = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await ask(slowdown);
  return () => ask(1);
}

type Measured = { median: number; high: number };

/**
 * A way in which a hand moves a figure: the page that it is on, what it does first, the i-th of its inputs, and what it
 * does in the end.
 */
interface Hand {
  page: Page;
  begin: () => Promise<unknown>;
  input: (i: number) => Promise<unknown>;
  end?: () => Promise<unknown>;
}

/**
 * What one input costs, in milliseconds of a processor that is slowed fourfold: all script, style and layout until its
 * frame is drawn, as the browser counts them, times four. Time that the machine gives to others is none of it. The
 * browser is not asked to slow down here: at each tick of a timer its emulation (Blink's ThreadCPUThrottler) spins for
 * three times the time since the last, whether that was the page's or another's, so that on two shared processors a page
 * by hand takes five times its median and seven times its 95th percentile.
 */
async function cost({ page, begin, input, end }: Hand): Promise<Measured> {
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
    times.push(slowdown * ((await spent()) - before));
  }
  await end?.();
  await cdp.detach();
  // The first swing draws what the page came with, makes rooms for numbers, and warms the code up.
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!;
  return { median: at(0.5), high: at(0.95) };
}

/** The ways in which a hand moves a figure: a slider's arrow keys, a drag on a drawing, a button. */
async function hands(page: Page, live: Locator): Promise<Record<string, Hand>> {
  const found: Record<string, Hand> = {};
  const slider = live.locator('input[type=range]:visible:enabled').first();
  if (await slider.count()) found['key'] = await keys(page, slider);
  const drawing = live.locator('[data-drag]:visible').first();
  if (await drawing.count()) {
    let [x, y] = [0, 0];
    // Told to the browser itself: Playwright runs script of its own in the page for every move of a pressed button.
    const cdp = await page.context().newCDPSession(page);
    found['drag'] = {
      page,
      begin: async () => {
        await drawing.scrollIntoViewIfNeeded();
        const box = (await drawing.locator('[data-variant]:visible').boundingBox())!;
        [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      input: (i) =>
        cdp.send('Input.dispatchMouseEvent', {
          type: 'mouseMoved',
          button: 'left',
          buttons: 1,
          x: x + 40 * Math.sin(i / 3),
          y: y + 25 * Math.cos(i / 3),
        }),
      end: () => page.mouse.up(),
    };
  }
  const button = live.locator('[data-action]:visible:enabled').first();
  if (Object.keys(found).length === 0 && (await button.count()))
    found['button'] = { page, begin: () => button.focus(), input: () => page.keyboard.press('Enter') };
  return found;
}

/** The arrow keys on a slider, to and fro, where it has steps ahead of it: against its end they would do nothing. */
async function keys(page: Page, slider: Locator): Promise<Hand> {
  const { steps, ahead } = await slider.evaluate((input: HTMLInputElement) => {
    const [min, max, step] = [input.min || 0, input.max || 100, input.step || 1].map(Number) as [
      number,
      number,
      number,
    ];
    return { steps: Math.round((max - min) / step), ahead: Math.round((max - input.valueAsNumber) / step) };
  });
  const way = Math.min(warmUp / 2, steps);
  return {
    page,
    begin: async () => {
      await slider.focus();
      for (let i = ahead; i < way; i++) await page.keyboard.press('ArrowLeft');
    },
    input: (i) => page.keyboard.press(i % (2 * way) < way ? 'ArrowRight' : 'ArrowLeft'),
  };
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
  const page = await newPage();
  await slowed(page);
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

async function byHand(body: string): Promise<Measured> {
  const page = await newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>by hand</title>${body}` }),
  );
  await page.goto(site.url);
  const found = await cost(await keys(page, page.locator('input')));
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
  for (const [name, body] of Object.entries(references)) figures[`by hand: ${name}`] = row(await byHand(body));
  for (const chapter of chapters) {
    const page = await newPage();
    const atFullSpeed = await slowed(page);
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
    await atFullSpeed();
    for (const live of await page.locator('live-widget').all()) {
      await live.scrollIntoViewIfNeeded();
      await live.locator('[data-figure] :is(input, button):enabled').first().focus();
      await page.waitForLoadState('networkidle');
      for (const [name, hand] of Object.entries(await hands(page, live))) {
        figures[`${await live.getAttribute('data-widget')}, ${name} (${chapter}#${await live.getAttribute('id')})`] =
          row(await cost(hand));
      }
    }
    await page.context().close();
  }
  console.log('A cold first visit, gzipped, with what may be needed at most:');
  console.table(pages);
  console.log(`The processor's time for script, style and layout of one input, slowed ${slowdown} times:`);
  console.table(figures);
} finally {
  await browser.close();
  await site.close();
}
