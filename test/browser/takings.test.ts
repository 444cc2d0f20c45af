/** What a reader takes away from a figure: its address, a frame for another site, pictures, numbers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { printAddress } from '../../components/widget/address.ts';
import { copyAs, dataOf } from '../../components/widget/export.ts';
import { widgets } from '../../components/render/prerender.ts';
import type { Params } from '../../components/widget/contract.ts';
import { authorOf, printParams, settle } from '../../components/widget/state.ts';
import { awake, becomes, eyes, figureOf, look, open, paramsAt, rest, shown, wrong, type LiveOnPage } from './live.ts';
import { isTouched } from '../touched.ts';
import { describe, expect, none, test, textOf, widths } from './visit.ts';

/** Every widget on its own page, by its name. */
const embeds = [...widgets].map(([name, w]): [string, LiveOnPage] => [
  name,
  { path: `embed/${name}/`, id: name, w, author: authorOf(w) },
]);

/** An address of parameters other than the author's: those at one end of one of them. */
function elsewhere({ id, w, author }: LiveOnPage): string {
  const states = Object.entries(w.params as Params).flatMap(([name, { range }]) =>
    [range.max, range.min].map((end) => printParams(w, settle(w, { ...author, [name]: end }), author)),
  );
  return `#${printAddress({ anchor: '', states: new Map([[id, states.find((printed) => printed.length > 0)!]]) })}`;
}

/** Another site, with one page: what was embedded there last. */
let embedded = '';
const stranger = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>elsewhere</title><link rel="icon" href="data:,"><p>before</p>${embedded}`);
});
const elsewhereAt = () => `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
beforeAll(() => new Promise<void>((done) => void stranger.listen(0, '127.0.0.1', done)));
afterAll(() => void stranger.close());

/** The size of a PNG file, from its first chunk. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

describe.each(embeds.filter(([name]) => isTouched(name)))('%s', (name, live) => {
  const { w } = live;

  test('is taken along as an address, numbers and pictures of what it shows', async ({ visit }) => {
    const page = await open(visit, live, {
      fragment: elsewhere(live),
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { params } = paramsAt(live, await look(page, live).then(({ fragment }) => fragment));
    const figure = page.locator(figureOf(live));
    await figure.locator('[data-command=share]').click();
    const said = figure.locator('.more [role=status]');
    const copied = async (label: string) => {
      await figure.getByRole('button', { name: label }).click();
      await expect.poll(() => said.textContent()).toMatch(/^Copied/);
      return page.evaluate(() => navigator.clipboard.readText());
    };

    const address = new URL(await copied('Copy address'));
    expect(paramsAt(live, address.hash)).toEqual({ params, problems: [] });
    for (const [label, language] of [
      ['Copy as Python', 'python'],
      ['Copy as TypeScript', 'typescript'],
      ['Copy as CSV', 'csv'],
    ] as const)
      expect(await copied(label), label).toBe(copyAs(language, dataOf(w, params)));

    const saved = async (label: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: label }).click(),
      ]);
      await expect.poll(() => said.textContent()).toMatch(/^Saved/);
      return download;
    };
    const svg = await saved('Save as SVG');
    expect(svg.suggestedFilename()).toBe(`${name}.svg`);
    const drawn = await page.evaluate(
      (text) => {
        const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          root: picture.documentElement.localName,
          words: picture.documentElement.textContent!.replace(/\s+/g, ''),
          styled: picture.querySelectorAll('[class*=" "], style, foreignObject, image, script').length,
          variables: /var\(--|currentColor/.test(text),
        };
      },
      await textOf(svg),
    );
    expect(drawn).toMatchObject({ root: 'svg', styled: 0, variables: false });
    expect(drawn.words).toContain((await look(page, live)).say.replace(/\s+/g, ''));
    const png = await saved('Save as PNG');
    expect(png.suggestedFilename()).toBe(`${name}.png`);
    const chunks: Buffer[] = [];
    for await (const chunk of await png.createReadStream()) chunks.push(chunk as Buffer);
    const { width, height } = sizeOf(Buffer.concat(chunks));
    const box = (await figure.boundingBox())!;
    expect(width).toBeGreaterThanOrEqual(Math.floor(box.width));
    expect(width / height).toBeGreaterThan(0.2);
  });

  test('stands in a frame on another site, as high as it needs, and leads back', async ({ visit }) => {
    const page = await visit(live.path + elsewhere(live), {
      expects: /asks http:\/\/127\.0\.0\.1/,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      scripts: [eyes],
    });
    await awake(page, live);
    await page.locator(`${figureOf(live)} [data-command=share]`).click();
    await page.getByRole('button', { name: 'Copy embed code' }).click();
    await expect.poll(() => page.locator('.more [role=status]').textContent()).toMatch(/^Copied/);
    embedded = await page.evaluate(() => navigator.clipboard.readText());
    const here = shown(await look(page, live));

    for (const { width, height } of [widths.desk, widths.phone]) {
      await page.setViewportSize({ width, height });
      await page.goto(elsewhereAt());
      const element = (await page.waitForSelector('iframe'))!;
      const frame = (await element.contentFrame())!;
      await frame.waitForSelector('[data-figure]');
      // Nothing of it is cut off, and nothing is empty.
      await expect
        .poll(async () => {
          const inside = await frame.evaluate(() => document.documentElement.scrollHeight);
          const main = await frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
          const given = (await element.boundingBox())!.height;
          return given >= inside && given - main < 4;
        })
        .toBe(true);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      const back = await frame.locator('.from a').evaluate((a: HTMLAnchorElement) => [a.href, a.target]);
      expect(back[0]).toMatch(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/[\w-]+\/#/);
      expect(back[1]).toBe('_top');
      if (width === widths.desk.width) {
        await awake(frame, live);
        const there = await frame.evaluate((id) => window.look(id), live.id);
        none(wrong(live, there));
        expect(there.say).toBe(here.split('\n').find((line) => line === there.say));
      }
    }
  });
});

test('an embedded figure answers in its frame, light or dark as its surroundings are', async ({ visit }) => {
  const [, live] = embeds.find(([name]) => name === 'sigmoid-curve')!;
  const page = await open(visit, live, { colorScheme: 'dark' });
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(dark);
  const before = shown(await look(page, live));
  await page
    .locator(`${figureOf(live)} input[type=range]`)
    .first()
    .press('ArrowRight');
  await rest(page);
  const after = await look(page, live);
  expect(shown(after)).not.toBe(before);
  none(wrong(live, after));
  await page.locator(`${figureOf(live)} [data-command=reset]`).click();
  await becomes(page, live, before);
});
