/** A cold first visit to a chapter: what it weighs, and whether anything moves while it arrives. */
import { chapters, describe, expect, quiet, test, widths } from './visit.ts';
import { watchShifts, weigh } from './weigh.ts';

describe.each(chapters.map(({ path }) => path))('%s', (path) => {
  test.for(Object.entries(widths))('is light and keeps still, on a %s', async ([, viewport], { visit }) => {
    let weights!: ReturnType<typeof weigh>;
    let shifts!: () => Promise<number>;
    const page = await visit(path, {
      viewport,
      before: async (page) => {
        weights = weigh(page);
        shifts = await watchShifts(page);
      },
    });
    await quiet(page, 500);
    const found = await weights();
    const inAll = Object.values(found).reduce((sum, bytes) => sum + bytes, 0);
    expect(inAll, JSON.stringify(found)).toBeLessThanOrEqual(120_000);
    expect(found['document'], 'a page was weighed').toBeGreaterThan(10_000);
    expect(found['script'] ?? 0, JSON.stringify(found)).toBeLessThanOrEqual(15_000);
    expect(await shifts()).toBe(0);
  });
});
