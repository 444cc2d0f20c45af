import { widthOf } from '../../components/draw/labels.ts';
import { expect, site, test } from './visit.ts';

test('no letter of a drawing is wider than the labels that keep clear of each other take it to be', async ({
  visit,
}) => {
  const texts = site.pages.flatMap(({ html }) =>
    [...html.matchAll(/<text\b[^>]*>([^<]*)</g)].map(([, words]) => words!),
  );
  const letters = [
    ...new Set(
      texts
        .join('')
        .replace(/&#?\w+;/g, '')
        .trim(),
    ),
  ];
  const page = await visit('');
  const measured = await page.evaluate((letters) => {
    const context = document.createElement('canvas').getContext('2d')!;
    const family = getComputedStyle(document.documentElement).getPropertyValue('--sans');
    return letters.flatMap((letter) =>
      [400, 600].map((weight) => {
        context.font = `${weight} 100px ${family}`;
        return { letter, weight, width: context.measureText(letter).width };
      }),
    );
  }, letters);
  expect(measured.length).toBeGreaterThan(100);
  const wider = measured.filter(({ letter, weight, width }) => width > widthOf(letter, 100, weight > 400) + 0.5);
  expect(wider).toEqual([]);
});
