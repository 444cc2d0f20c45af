import { figureOf, liveOf } from './live.ts';
import { expect, test, widths } from './visit.ts';

/** What changes how much a figure has to say: a format with more bits, and a sentence on a tie. */
const changes = [
  ['overflow/#float', 'input[value=float64]'],
  ['softmax/#triangle', 'button[data-action=tie]'],
] as const;

test.for(changes)('%s is as high after a change as before', async ([title, control], { visit }) => {
  const live = liveOf(title);
  for (const viewport of Object.values(widths)) {
    const page = await visit(live.path, { viewport });
    const figure = page.locator(figureOf(live)).first();
    const heightOf = async () => Math.round((await figure.boundingBox())!.height);
    const before = await heightOf();
    const sentence = figure.locator('[data-say]');
    const said = await sentence.textContent();
    await figure.locator(control).first().press('Space');
    await expect.poll(() => sentence.textContent()).not.toBe(said);
    expect(await heightOf(), `${viewport.width} px`).toBe(before);
  }
});
