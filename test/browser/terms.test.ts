import { figureOf, lives, open } from './live.ts';
import { describe, expect, none, test, widths } from './visit.ts';

/** The terms that stand in more than one place of a Live, with one place of each that can be pointed at. */
const shared = (id: string) => {
  const live = document.getElementById(id)!;
  const places = [...live.querySelectorAll<HTMLElement>('[data-term]')];
  const names = (element: Element) => element.getAttribute('data-term')!.split(' ');
  const visible = (element: HTMLElement) =>
    !(element instanceof SVGElement) &&
    !element.closest('.katex-mathml, details:not([open])') &&
    element.checkVisibility();
  return [...new Set(places.flatMap(names))].flatMap((term) => {
    const all = places.filter((place) => names(place).includes(term));
    const pointed = all.find(
      (place) => visible(place) && place.textContent?.trim() && !place.querySelector('[data-term]'),
    );
    return all.length > 1 && pointed ? [{ term, at: places.indexOf(pointed), all: all.length }] : [];
  });
};

describe.each(lives)('%s', (_, live) => {
  test('lights a term everywhere, and nothing else, while it is pointed at', async ({ visit }) => {
    const page = await open(visit, live, { awake: false });
    const terms = await page.evaluate(shared, live.id);
    expect(terms.length).toBeGreaterThan(0);
    for (const { term, at } of terms) {
      await page.locator(`[id="${live.id}"] [data-term]`).nth(at).hover();
      const { unlit, lit } = await page.evaluate(
        ({ id, at }) => {
          const places = [...document.querySelectorAll(`[id="${id}"] [data-term]`)];
          const names = (element: Element) => element.getAttribute('data-term')!.split(' ');
          const mine = names(places[at]!);
          const meant = (place: Element) => names(place).some((name) => mine.includes(name));
          return {
            unlit: places.filter((place) => meant(place) && !place.classList.contains('lit')).length,
            lit: places.filter((place) => !meant(place) && place.classList.contains('lit')).length,
          };
        },
        { id: live.id, at },
      );
      expect({ term, unlit, lit }).toEqual({ term, unlit: 0, lit: 0 });
    }
    await page.mouse.move(2, 2);
    expect(await page.locator(`[id="${live.id}"] .lit`).count()).toBe(0);
  });

  test('lights a term by a tap, until the next one elsewhere', async ({ visit }) => {
    const page = await open(visit, live, { awake: false, viewport: widths.phone, hasTouch: true, isMobile: true });
    const [term] = await page.evaluate(shared, live.id);
    // The element itself: a tap on a slider draws anew, and other places come and go.
    const place = (await page.locator(`[id="${live.id}"] [data-term]`).nth(term!.at).elementHandle())!;
    await place.tap();
    none((await place.getAttribute('class'))?.includes('lit') ? [] : [`${term!.term} is not lit by a tap`]);
    await page.locator('h1').tap();
    expect(await page.locator(`[id="${live.id}"] .lit`).count()).toBe(0);
    expect(await page.locator(figureOf(live)).count()).toBe(1);
  });
});
