// A page as a PDF whose contents have the numbers of its sheets.
import { Failure } from './run.mjs';

/**
 * Where the anchors of a PDF stand, as Chromium writes it: in the open, an object a page, a dictionary of destinations.
 *
 * @param {Buffer} pdf
 * @returns {Map<string, number>} the sheet of each anchor, from 1
 */
export function sheetsOf(pdf) {
  const text = pdf.toString('latin1');
  const object = (/** @type {string} */ number) =>
    new RegExp(`(?:^|\\n)${number} 0 obj\\s([\\s\\S]*?)endobj`).exec(text)?.[1] ?? '';
  /** The pages under a node of their tree, in their order. */
  const under = (/** @type {string} */ number) => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(number))?.[1];
    return kids ? [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => under(kid)) : [number];
  };
  const pages = under(/\/Type \/Catalog[\s\S]*?\/Pages (\d+) 0 R/.exec(text)?.[1] ?? '');
  const named = object(/\/Dests (\d+) 0 R/.exec(text)?.[1] ?? '');
  return new Map(
    [...named.matchAll(/\/(\S+) \[(\d+) 0 R/g)].map(([, name, page]) => [
      name.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
      pages.indexOf(page) + 1,
    ]),
  );
}

/** Writes the number of its sheet beside each line of the contents. */
const number = (page, /** @type {Map<string, number>} */ sheets) =>
  page.evaluate((sheets) => {
    for (const place of document.querySelectorAll('[data-page]'))
      place.textContent = String(sheets[place.dataset.page] ?? '?');
  }, Object.fromEntries(sheets));

/**
 * Saves a page as a PDF, with the number of its sheet beside each line of the contents: an element with the `data-page`
 * of an anchor. It is printed twice, the first time to see where each anchor comes to stand.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Buffer>}
 * @throws Failure if a section stands nowhere, or elsewhere than the contents say
 */
export async function numberedPdf(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.evaluate(() => document.fonts.ready);
  const print = () => page.pdf({ format: 'A4', printBackground: true, outline: true, tagged: true });
  await number(page, new Map()); // a line of the contents is as long from here on
  const before = sheetsOf(await print());
  await number(page, before);
  const pdf = await print();
  const after = sheetsOf(pdf);
  for (const id of await page.$$eval('[data-page]', (places) => places.map((place) => place.dataset.page)))
    if (!after.get(id) || after.get(id) !== before.get(id))
      throw new Failure(
        `pdf: ${id} stands on sheet ${after.get(id)}; expected ${before.get(id)}, as the contents say. This Chromium may write another PDF than this command reads; save ${page.url()} by hand`,
      );
  return pdf;
}
