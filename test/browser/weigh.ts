import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Weighs what a page asks for from now on: bytes by kind of resource (`document`, `script`, `font` …), gzipped. */
export function weigh(page: Page): () => Promise<Record<string, number>> {
  const weights: Record<string, number> = {};
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const packed = /\.(woff2|png)$/.test(response.url());
    pending.push(
      response.body().then(
        (body) => {
          weights[kind] = (weights[kind] ?? 0) + (packed ? body.length : gzipSync(body, { level: 9 }).length);
        },
        () => undefined,
      ),
    );
  });
  return async () => {
    await Promise.all(pending);
    return weights;
  };
}

/** What moved on a page after it was first painted, by the browser's own measure, from before anything is asked for. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}
