import { figureOf, lives, open } from './live.ts';
import { expect, test } from './visit.ts';

const [, live] = lives.find(([, { path }]) => path === 'sigmoid/')!;

/** The drawing that is seen, and which of the two it is. */
const seen = (selector: string) => {
  const variant = [...document.querySelectorAll<HTMLElement>(`${selector} [data-variant]`)].find((each) =>
    each.checkVisibility(),
  )!;
  return { variant: variant.dataset.variant, drawn: variant.innerHTML };
};

test('the drawing that is seen follows the hand, however large a reader sets the letters', async ({ visit }) => {
  const page = await open(visit, live, { viewport: { width: 660, height: 900 } });
  const slider = page.locator(`${figureOf(live)} input[type=range]`).first();
  for (const [letters, expected] of [
    ['16px', 'wide'],
    ['20px', 'narrow'],
    ['16px', 'wide'],
  ] as const) {
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size, 'important'), letters);
    const before = await page.evaluate(seen, figureOf(live));
    expect(before.variant, letters).toBe(expected);
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    const after = await page.evaluate(seen, figureOf(live));
    expect(after.variant, letters).toBe(expected);
    expect(after.drawn === before.drawn, `${letters}: the drawing stands still`).toBe(false);
  }
});
