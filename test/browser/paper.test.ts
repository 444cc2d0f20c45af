/** What a browser prints: the whole course with page numbers, and a chapter with its answers at the end. */
import { numberedPdf, sheetsOf } from '../../src/tools/pdf.mjs';
import { chapters, expect, none, quiet, test } from './visit.ts';

test('the whole course becomes a PDF whose contents name the sheet of every section', async ({ visit }) => {
  const page = await visit('book/');
  const sheets = sheetsOf(await numberedPdf(page));
  const lines = await page.$$eval('.toc [data-page]', (places) =>
    places.map((place) => ({ id: place.getAttribute('data-page')!, number: Number(place.textContent) })),
  );
  expect(lines.length).toBeGreaterThan(30);
  none(
    lines.flatMap(({ id, number }) => (sheets.get(id) === number ? [] : [`${id}: ${number}, not ${sheets.get(id)}`])),
  );
  const numbers = lines.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers[0]).toBeGreaterThan(2);
});

test('a chapter is printed with its answers at its end, and nowhere else; no button is', async ({ visit }) => {
  const page = await visit(chapters[0]!.path);
  await page.locator('.option.right summary').first().click();
  await quiet(page, 300);
  await page.pdf();
  await page.emulateMedia({ media: 'print' });
  const asked = await page.locator('.prose exercise-box').count();
  expect(await page.locator('.prose > .answers:last-child h4').count()).toBe(asked);
  expect(await page.locator('.answers .reply:visible').count()).toBeGreaterThanOrEqual(asked);
  expect(await page.locator('exercise-box .reply:visible').count()).toBe(0);
  const buttons = page.locator('main button:visible');
  none(await buttons.evaluateAll((all) => all.filter((one) => !one.closest('.bits')).map((one) => one.outerHTML)));
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.answers').isVisible()).toBe(false);
});
