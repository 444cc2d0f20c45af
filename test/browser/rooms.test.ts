/** What a hand has moved and put back looks as it did when it arrived, letter by letter. */
import { lives, figureOf, open, rest } from './live.ts';
import { describe, expect, test, widths } from './visit.ts';

type Place = [what: string, x: number, y: number];

/** In the page: where each letter and each field of a Live stands. */
const places = (id: string): Place[] => {
  const live = document.getElementById(id)!;
  const { left, top, height } = live.getBoundingClientRect();
  const at = (what: string, box: DOMRect): Place[] => (box.width === 0 ? [] : [[what, box.left - left, box.top - top]]);
  const found: Place[] = [['end', 0, height]];
  const range = document.createRange();
  const walk = document.createTreeWalker(live, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text | null) {
    if (node.parentElement!.closest('math, svg, details, .unseen, .tools')) continue;
    for (let i = 0; i < node.length; i++) {
      if (/\s/.test(node.data[i]!)) continue;
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      found.push(...at(node.data[i]!, range.getBoundingClientRect()));
    }
  }
  for (const input of live.querySelectorAll('input')) found.push(...at(input.type, input.getBoundingClientRect()));
  return found;
};

describe.each(lives)('%s', (_, live) => {
  test.for(Object.entries(widths))('is back where it was, on a %s', async ([, viewport], { visit }) => {
    const page = await open(visit, live, { viewport });
    const before = await page.evaluate(places, live.id);
    expect(before.length).toBeGreaterThan(20);
    const moved = page.locator(`${figureOf(live)} :is(input[type=range], [data-action]):enabled:visible`).first();
    await moved.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await rest(page);
    await page.locator(`${figureOf(live)} [data-command=reset]`).click();
    await rest(page);
    expect(await page.locator(`[id="${live.id}"] .room`).count()).toBeGreaterThan(0);
    const after = await page.evaluate(places, live.id);
    expect(after.map(([what]) => what).join('')).toBe(before.map(([what]) => what).join(''));
    const elsewhere = after.filter(([, x, y], i) => Math.hypot(x - before[i]![1], y - before[i]![2]) > 1);
    expect(elsewhere).toEqual([]);
  });
});
