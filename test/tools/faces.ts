import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';

/** A part of a font, as a style sheet loads it and as its file holds it. */
export interface Face {
  family: string;
  weight: string;
  style: string;
  display: string;
  file: string;
  bytes: number;
  /** The characters that the file has a glyph for. */
  glyphs: Set<number>;
  /** Whether a browser asks this part for a character. */
  claims: (code: number) => boolean;
}

export const styles = (path: string) => fileURLToPath(new URL(`../../src/styles/${path}`, import.meta.url));

/** The faces of a style sheet, in order. */
export function facesOf(sheet: string): Face[] {
  return [...readFileSync(styles(sheet), 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]*);`).exec(body)?.[1]?.replace(/\s+/g, ' ') ?? '';
    const file = /url\('\.\/(fonts\/[^'?]*)/.exec(body)?.[1] ?? '';
    const data = readFileSync(styles(file));
    const font = create(data);
    if (!('characterSet' in font)) throw new Error(`${file}: a collection; expected one font`);
    const ranges = value('unicode-range')
      .split(', ')
      .map((range) =>
        range
          .slice(2)
          .split('-')
          .map((hex) => parseInt(hex, 16)),
      )
      .map(([from = NaN, to = from]): [number, number] => [from, to]);
    return {
      family: value('font-family').replace(/'/g, ''),
      weight: value('font-weight'),
      style: value('font-style'),
      display: value('font-display'),
      file,
      bytes: data.length,
      glyphs: new Set(font.characterSet.filter((code) => code !== 0xffff)), // the end of a table
      claims: (code) => ranges.some(([from, to]) => from <= code && code <= to),
    };
  });
}
