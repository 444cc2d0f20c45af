/** What the notebook weighs and how long a small cell takes, in a real browser: bytes gzipped, milliseconds by the page's clock. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';

const site = await serve({ dir: fileURLToPath(new URL('../../dist/', import.meta.url)), base: '/' });
const browser = await chromium.launch({ executablePath: await ensureChromium() });

/** Adds up what scripts a page fetches while something is done. */
async function fetched(page: Page, act: () => Promise<unknown>): Promise<number> {
  let bytes = 0;
  const pending: Promise<void>[] = [];
  const add = (response: { url(): string; body(): Promise<Buffer> }) => {
    if (/\.js$/.test(response.url()))
      pending.push(response.body().then((body) => void (bytes += gzipSync(body, { level: 9 }).length)));
  };
  page.on('response', add);
  await act();
  // A sandbox never says that its network is idle: whatever comes has come by then.
  await page.waitForTimeout(1000);
  await Promise.all(pending);
  page.off('response', add);
  return bytes;
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

try {
  const page = await browser.newPage();
  const before = await fetched(page, () => page.goto(`${site.url}sigmoid/`));
  const run = () =>
    page.evaluate(async () => {
      const cell = document.querySelector<HTMLElement>('live-cell')!;
      const start = performance.now();
      cell.querySelector<HTMLElement>('[data-do=run]')!.click();
      await new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (cell.dataset['state'] !== 'done') return;
          watch.disconnect();
          resolve();
        });
        watch.observe(cell, { attributes: true });
      });
      return performance.now() - start;
    });
  const first = await fetched(page, run);
  const editor = await fetched(page, async () => {
    await page.click('live-cell [data-do=edit]');
    await page.waitForSelector('.cm-content');
  });
  const times: number[] = [];
  for (let i = 0; i < 20; i++) times.push(await run());
  times.sort((a, b) => a - b);

  const exercise = await browser.newPage();
  await exercise.goto(`${site.url}exercises/write-softmax/`);
  const check = await fetched(exercise, async () => {
    await exercise.click('[data-do=check]');
    await exercise.waitForSelector('.verdict .failed');
  });

  // Every solution as its page prints it, from the press to the verdict, in a page that has checked once before.
  const verdicts: Record<string, Record<string, string>> = {};
  for (const file of readdirSync(new URL('../../content/exercises/', import.meta.url))) {
    if (!/^(write|repair)-/.test(file)) continue;
    const name = file.replace('.mdx', '');
    for (const [language, anchor] of [
      ['typescript', ''],
      ['python', `#exercise-${name}-python`],
    ] as const) {
      await exercise.goto('about:blank');
      await exercise.goto(`${site.url}exercises/${name}/${anchor}`);
      const part = `.starter[data-language=${language}]`;
      await exercise.click(`${part} [data-do=edit]`);
      await exercise.focus(`${part} .cm-content`);
      const solution = await exercise.$eval(`.solution[data-version=${language}] pre`, (pre) => pre.textContent!);
      let time = 0;
      for (let i = 0; i < 2; i++) {
        await exercise.keyboard.press('ControlOrMeta+A');
        await exercise.keyboard.insertText(solution);
        time = await exercise.evaluate(async (part) => {
          const place = document.querySelector(`${part} [data-verdict]`)!;
          place.replaceChildren();
          const start = performance.now();
          document.querySelector<HTMLElement>(`${part} [data-do=check]`)!.click();
          await new Promise<void>((resolve) => {
            const watch = new MutationObserver(() => {
              if (place.childElementCount === 0) return;
              watch.disconnect();
              resolve();
            });
            watch.observe(place, { childList: true });
          });
          return performance.now() - start;
        }, part);
      }
      const verdict = (await exercise.textContent(`${part} [data-verdict] p`))!.replace(/\..*/s, '');
      verdicts[name] = { ...verdicts[name], [language]: `${verdict}, ${time.toFixed(0)} ms` };
    }
  }

  console.table({
    'scripts of a chapter before a touch': { measured: kB(before), budget: '15 kB' },
    'first run of a cell, on top': { measured: kB(first), budget: '80 kB' },
    'the editor, on top': { measured: kB(editor), budget: '150 kB' },
    'first check of an exercise, on top of its page': { measured: kB(check), budget: '' },
    'run to result of a small cell, warm: median': { measured: `${times[10]!.toFixed(0)} ms`, budget: '100 ms' },
    'run to result of a small cell, warm: slowest of 20': { measured: `${times.at(-1)!.toFixed(0)} ms`, budget: '' },
  });
  console.table(verdicts);
} finally {
  await browser.close();
  await site.close();
}
