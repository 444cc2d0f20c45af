/** A cold first visit to home or a chapter: what it weighs, and whether anything moves while it arrives. */
import { chapters, describe, expect, quiet, test, widths } from './visit.ts';
import { watchShifts, weigh } from './weigh.ts';

const most = { home: { all: 90_000, script: 13_500 }, chapter: { all: 114_000, script: 13_500 } };

describe.each(['/', ...chapters.map(({ path }) => path)])('%s', (path) => {
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
    const limit = path === '/' ? most.home : most.chapter;
    expect(inAll, JSON.stringify(found)).toBeLessThanOrEqual(limit.all);
    expect(found['document'], 'a page was weighed').toBeGreaterThan(4_000);
    expect(found['script'] ?? 0, JSON.stringify(found)).toBeLessThanOrEqual(limit.script);
    expect(await shifts()).toBe(0);
  });
});
