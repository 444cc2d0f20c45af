// npm run pictures: draws the mark of the course and the picture in the README. The curve comes from src/math, colors come
// from src/styles, the page from dist.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { sigmoid } from '../math/index.ts';
import { ensureChromium } from './chromium.mjs';
import { Failure, command, root } from './run.mjs';
import { serve } from './serve.mjs';

const style = (/** @type {string} */ file) => readFileSync(path.join(root, 'src/styles', file), 'utf8');
const sheet = style('tokens.css');

/** A color of the site's, in light and in dark. */
function colors(/** @type {string} */ token) {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(sheet) ?? [];
  if (!light || !dark)
    throw new Failure(`pictures: --${token}; expected a light-dark() color in src/styles/tokens.css`);
  return { light, dark };
}

/** The curve of σ from −to to to, as the path of a drawing of some width and height whose corner is x, y. */
function curve({ to, x, y, width, height }) {
  const points = Array.from({ length: 49 }, (_, i) => {
    const z = -to + (2 * to * i) / 48;
    return `${(x + (width * i) / 48).toFixed(2)} ${(y + height * (1 - sigmoid(z))).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}

// The mark: the curve of σ, and a point on it to hold on to. It must read at 16 pixels.
const mark = { to: 4.6, x: 2.5, y: 4.5, width: 27, height: 23 };
const held = 0.9;
const [sigmoidHue, softmaxHue, paper] = ['sigmoid', 'softmax', 'paper'].map(colors);
const point = `cx="${(mark.x + (mark.width * (held + mark.to)) / (2 * mark.to)).toFixed(2)}" cy="${(mark.y + mark.height * (1 - sigmoid(held))).toFixed(2)}"`;
const markBody =
  `<mask id="gap"><path d="M0 0h32v32H0z" fill="#fff"/><circle ${point} r="7.6"/></mask>` +
  `<path class="curve" mask="url(#gap)" d="${curve(mark)}"/><circle class="point" ${point} r="5.6"/>`;
const markStyle = (theme) =>
  `.curve{fill:none;stroke:${sigmoidHue[theme]};stroke-width:4.2;stroke-linecap:round}.point{fill:${softmaxHue[theme]}}`;
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${markStyle('light')}@media(prefers-color-scheme:dark){${markStyle('dark')}}</style>${markBody}</svg>\n`;

/** One PNG in an icon file, which is what the oldest readers of icons still ask for. */
function ico(/** @type {Buffer} */ png, /** @type {number} */ size) {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

await command(async () => {
  const shown = path.join(root, 'src/public');
  mkdirSync(shown, { recursive: true });
  writeFileSync(path.join(shown, 'favicon.svg'), favicon);

  const browser = await chromium.launch({ executablePath: await ensureChromium() });
  /** The picture of a page of some size. */
  const shoot = async ({ width, height, scale = 1, show, clear = false }) => {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await show(page);
    await page.evaluate(() => document.fonts.ready);
    const png = await page.screenshot({ omitBackground: clear });
    await page.close();
    return png;
  };
  const icon = (size, background, room) => ({
    width: size,
    height: size,
    clear: !background,
    show: (page) =>
      page.setContent(
        `<style>*{margin:0}html{background:${background || 'transparent'}}svg{position:absolute;inset:${room}%;width:${100 - 2 * room}%}${markStyle('light')}</style><svg viewBox="0 0 32 32">${markBody}</svg>`,
      ),
  });

  writeFileSync(path.join(shown, 'favicon.ico'), ico(await shoot(icon(32, '', 0)), 32));
  writeFileSync(path.join(shown, 'apple-touch-icon.png'), await shoot(icon(180, paper.light, 12)));
  const site = await serve({ dir: path.join(root, 'dist') });
  const chapter = { width: 1200, height: 900, scale: 1.5, show: (page) => page.goto(`${site.url}softmax/#both`) };
  writeFileSync(path.join(root, '.github/page.png'), await shoot(chapter));
  await site.close();
  await browser.close();
});
