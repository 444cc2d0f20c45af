/** Letters as outlines, from the site's own fonts: a picture that is made of outlines looks the same on every machine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

/** The parts of the serif font, the one with the most letters first. */
const parts = ['serif', 'serif-signs', 'serif-rest', 'serif-accented'];

/** The parts at one weight, as fonts that can be asked for outlines. */
async function cut(weight: number): Promise<Font[]> {
  const folder = path.join(process.cwd(), 'src/styles/fonts');
  return Promise.all(
    parts.map(async (part) => {
      const file = readFileSync(path.join(folder, `${part}.woff2`));
      const letters = String.fromCodePoint(...(create(file) as Font).characterSet);
      const single = await subsetFont(file, letters, { targetFormat: 'truetype', variationAxes: { wght: weight } });
      return create(single) as Font;
    }),
  );
}

const cuts = new Map<number, Promise<Font[]>>();

/** Words as they are set at some size: how wide they are, and their outlines from the left end of the base line. */
export interface Outline {
  width: number;
  d: string;
}

export type Setter = (words: string, size: number, weight?: number) => Outline;

/**
 * Gets the fonts ready.
 * @returns a function that sets words; it throws a RangeError for a letter that the fonts don't have
 */
export async function setter(): Promise<Setter> {
  const at = async (weight: number) => {
    if (!cuts.has(weight)) cuts.set(weight, cut(weight));
    return cuts.get(weight)!;
  };
  const [regular, bold] = await Promise.all([at(400), at(600)]);
  return (words, size, weight = 400) => {
    const fonts = weight > 500 ? bold : regular;
    const fontOf = (letter: string) => fonts.find((one) => one.hasGlyphForCodePoint(letter.codePointAt(0)!));
    let x = 0;
    const paths: string[] = [];
    for (const letter of words) {
      // A raised or lowered letter that the fonts lack is the plain one, smaller and higher or lower.
      const plain = letter.normalize('NFKD');
      const own = fontOf(letter);
      const font = own ?? (plain.length === 1 ? fontOf(plain) : undefined);
      // A sign that they have in no form (an arrowhead, a box) is left out; a letter would be missed.
      if (!font && /\p{S}/u.test(letter)) continue;
      if (!font)
        throw new RangeError(
          `a preview: ${letter} (U+${letter.codePointAt(0)!.toString(16)}) in “${words}”; expected letters of the fonts in src/styles/fonts`,
        );
      const glyph = font.glyphForCodePoint((own ? letter : plain).codePointAt(0)!);
      const scale = (size / font.unitsPerEm) * (own ? 1 : 0.62);
      const up = own ? 0 : size * (lowered.test(letter) ? -0.15 : 0.36);
      paths.push(placed(glyph.path.commands as Command[], scale, x, up));
      x += glyph.advanceWidth * scale;
    }
    return { width: x, d: paths.join('') };
  };
}

/** The letters that stand lower than others. */
const lowered = /[\u2080-\u209c\u1d62-\u1d6a]/;

interface Command {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: number[];
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

/** Commands of an outline at some scale and place; a font counts upwards, a picture down. */
const placed = (commands: readonly Command[], scale: number, x: number, up: number): string =>
  commands
    .map(({ command, args }) => {
      const numbers = args.map((value, i) => (i % 2 === 0 ? x + scale * value : -up - scale * value).toFixed(2));
      return `${letters[command]}${numbers.map(Number).join(' ')}`;
    })
    .join('');
