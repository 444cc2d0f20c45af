/** A finger that moves up or down scrolls, wherever it is put: nothing on its way is changed by that. */
import type { Page } from 'playwright-core';
import { awake, figureOf, finger, livesAt, look, open, rest, shown, type LiveOnPage, type Place } from './live.ts';
import { chapters, describe, none, test } from './visit.ts';

const phone = { width: 390, height: 844 };

/** Where a finger may be put on a drawing, in the middle of the screen: on open ground, and on the handles that move sideways. */
const placesOn = (page: Page, live: LiveOnPage, draw: string): Promise<Place[]> =>
  page.evaluate(
    ([selector, draw]) => {
      const frame = document.querySelector(`${selector} [data-draw="${draw}"]`)!;
      frame.scrollIntoView({ block: 'center', behavior: 'instant' });
      const variant = [...frame.children].find((child) => child.getClientRects().length > 0)!;
      const { x, y, width, height } = variant.getBoundingClientRect();
      const open = [0.3, 0.7].map((part): [number, number] => [x + part * width, y + height / 2]);
      const handles = [...variant.querySelectorAll('[data-handle]')].slice(0, 1).map((handle): [number, number] => {
        const box = handle.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      });
      const free = ([x, y]: [number, number]) => {
        const at = document.elementFromPoint(x, y);
        const ways = [];
        for (let one = at; one; one = one.parentElement) ways.push(getComputedStyle(one).touchAction);
        return frame.contains(at) && !ways.includes('none');
      };
      return [...open, ...handles].filter(free);
    },
    [figureOf(live), draw] as const,
  );

/** Where the page is once it no longer scrolls. */
const settled = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let last = NaN, same = 0; same < 3; last = scrollY) {
      await new Promise(requestAnimationFrame);
      same = last === scrollY ? same + 1 : 0;
    }
    return scrollY;
  });

describe.each(chapters.map(({ path }) => path))('%s', (path) => {
  test('scrolls under a finger that moves up a drawing, and changes nothing; moves what a finger moves sideways', async ({
    visit,
  }) => {
    const lives = livesAt(path);
    const page = await open(visit, lives[0]!, { viewport: phone, hasTouch: true, isMobile: true });
    const client = await page.context().newCDPSession(page);
    const complaints: string[] = [];
    for (const live of lives) {
      await page
        .locator(`${figureOf(live)} :is(input, select, button):enabled`)
        .first()
        .focus();
      await awake(page, live);
      for (const frame of await page.locator(`${figureOf(live)} [data-drag]:visible`).all()) {
        const draw = (await frame.getAttribute('data-draw'))!;
        const complain = (what: string) => complaints.push(`${live.id}, ${draw}: ${what}`);
        const places = await placesOn(page, live, draw);
        if (places.length === 0) complain('has no place where a finger scrolls');
        for (const i of places.keys()) {
          const place = (await placesOn(page, live, draw))[i];
          if (!place) continue;
          const [before, from] = [shown(await look(page, live)), await settled(page)];
          const way = [20, 60, 120, 180].map((by): Place => [place[0] + by / 20, place[1] - by]);
          await finger(client, [place, ...way]);
          const to = await settled(page);
          await rest(page);
          if (to - from < 60) complain(`scrolls by ${to - from} from ${place.map(Math.round)}`);
          if (shown(await look(page, live)) !== before) complain(`changes where a finger moves up from ${place}`);
        }
        let moved = false;
        for (const by of [40, -40, 90, -90]) {
          const [place] = await placesOn(page, live, draw);
          if (!place || moved) break;
          const before = shown(await look(page, live));
          await finger(client, [place, [place[0] + by / 2, place[1] + 2], [place[0] + by, place[1] + 3]]);
          await rest(page);
          moved = shown(await look(page, live)) !== before;
        }
        if (!moved) complain('is not moved by a finger that moves sideways');
      }
    }
    none(complaints);
  });
});
