/**
 * The picture that is shown where an address is shared: a title, a figure of the course and the course's name, in the
 * site's own look. Drawn as the site is built, without a browser.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { svg } from '../../components/dom/elements.ts';
import { stillPicture } from '../../components/render/still-picture.ts';
import { SITE_NAME } from '../site.ts';
import { setter, type Setter } from './letters.ts';
import { size } from './size.ts';

export interface Preview {
  /** What stands over the title: `Chapter 4`. */
  over: string;
  title: string;
  hue: 'sigmoid' | 'softmax';
  /** The figure: a widget, at an author's parameters. */
  widget: string;
  given: string;
}

/** The site's colors in light, by their names. */
const tokens = new Map(
  [
    ...readFileSync(path.join(process.cwd(), 'src/styles/tokens.css'), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w+),/g,
    ),
  ].map(([, name, color]): [string, string] => [name!, color!]),
);

/** A picture's colors written out. */
const colored = (text: string, hue: string): string =>
  text
    .replaceAll('currentColor', 'var(--ink)')
    .replaceAll('var(--hue', `var(--${hue}`)
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
      const color = tokens.get(name);
      if (!color) throw new RangeError(`a preview: --${name}; expected one of ${[...tokens.keys()].join(', ')}`);
      return color;
    });

/** Two colors mixed, as a style sheet mixes them: `color-mix(in srgb, #b4500b 14%, #fdfcf8)`. */
const mixed = (text: string): string =>
  text.replace(
    /color-mix\(in srgb, #(\w{6}) ([\d.]+)%, #(\w{6})\)/g,
    (_, one: string, percent: string, other: string) => {
      const parts = [0, 2, 4].map((i) => {
        const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number];
        return Math.round(b + ((a - b) * Number(percent)) / 100);
      });
      return `rgb(${parts.join(',')})`;
    },
  );

/** A length of a text, in pixels: `0.32em` counts its own letters. */
const length = (written: string | null, letters: number): number =>
  Number.parseFloat(written ?? '0') * (written?.endsWith('em') ? letters : 1);

/** Puts outlines in the place of all words of a picture. */
function outlined(picture: Element, set: Setter): void {
  const said = (element: Element | null, name: string, otherwise: string): string =>
    element?.getAttribute(name) ?? (element ? said(element.parentElement, name, otherwise) : otherwise);
  for (const text of picture.querySelectorAll('text')) {
    const letters = Number.parseFloat(said(text, 'font-size', '12'));
    const anchor = said(text, 'text-anchor', 'middle');
    const weight = Number(said(text, 'font-weight', '400').replace('bold', '600'));
    const lines = text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
    let y = 0;
    const outlines = lines.map((line) => {
      const at = (name: string) => length(line.getAttribute(name), letters);
      y = line.hasAttribute('y') ? at('y') : y;
      y += at('dy');
      const { width, d } = set(line.textContent!, letters, weight);
      const x = at('x') + at('dx') - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
      const outline = svg(picture.ownerDocument!, 'path', {
        d,
        transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
      });
      return outline;
    });
    const group = svg(picture.ownerDocument!, 'g');
    for (const { name, value } of [...text.attributes])
      if (!/^(x|y|dx|dy|font-.*|text-anchor)$/.test(name)) group.setAttribute(name, value);
    group.append(...outlines);
    text.replaceWith(group);
  }
}

/** Breaks a title into lines that are no wider than some width. */
function linesOf(title: string, width: number, letters: number, set: Setter): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && set(longer, letters, 600).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const margin = 72;
const column = 430;

/** Draws a preview. */
export async function drawn({ over, title, hue, widget, given }: Preview): Promise<Buffer> {
  const set = await setter();
  const words = (text: string, x: number, y: number, letters: number, color: string, weight?: number) =>
    `<path transform="translate(${x} ${y})" fill="var(--${color})" d="${set(text, letters, weight).d}"/>`;
  const letters = 60;
  const lines = linesOf(title, column, letters, set).map((line, i) =>
    words(line, margin - 2, 210 + 68 * i, letters, 'ink', 600),
  );
  const { width, height, element } = stillPicture(widget, given);
  outlined(element, set);
  const room = {
    left: margin + column + 48,
    top: 64,
    width: size.width - 2 * margin - column - 48,
    height: size.height - 128,
  };
  const scale = Math.min(room.width / width, room.height / height);
  const [x, y] = [room.left + room.width - width * scale, room.top + (room.height - height * scale) / 2];
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
    <path fill="var(--paper)" d="M0 0h${size.width}v${size.height}h${-size.width}z"/>
    <path fill="var(--hue)" d="M${margin} 84h56v6h-56z"/>
    ${words(over, margin, 136, 26, 'hue')}${lines.join('')}
    ${words(SITE_NAME, margin, size.height - 76, 26, 'soft')}
    <g fill="currentColor" transform="translate(${x} ${y}) scale(${scale})">${element.innerHTML}</g>
  </svg>`;
  return sharp(Buffer.from(mixed(colored(picture, hue))))
    .png({ palette: true, colors: 64, effort: 7 })
    .toBuffer();
}

/** The answer of an address that is a picture. */
export const answered = async (preview: Preview): Promise<Response> =>
  new Response(new Uint8Array(await drawn(preview)), { headers: { 'content-type': 'image/png' } });
