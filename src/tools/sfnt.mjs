// The container of a TrueType font: just enough of it to give a character to a glyph that has none, and the font a
// name of its own. Format: https://learn.microsoft.com/typography/opentype/spec/otff

/**
 * A font with some of its tables replaced.
 *
 * @param {Uint8Array} sfnt a TrueType font, uncompressed
 * @param {Record<string, Buffer>} replacements tables by tag; a tag that the font lacks is ignored
 * @returns {Buffer} the new font
 */
export function withTables(sfnt, replacements) {
  const font = Buffer.from(sfnt);
  const count = font.readUInt16BE(4);
  const directory = Buffer.from(font.subarray(0, 12 + 16 * count));
  const bodies = [];
  let offset = directory.length;
  for (let at = 12; at < directory.length; at += 16) {
    const start = font.readUInt32BE(at + 8);
    const data =
      replacements[font.toString('latin1', at, at + 4)] ?? font.subarray(start, start + font.readUInt32BE(at + 12));
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([directory, ...bodies]);
}

/**
 * A `cmap` table: which glyph shows which character. One subtable in format 12, a group a character.
 *
 * @param {Map<number, number>} glyphs code point → glyph index
 */
export function cmapTable(glyphs) {
  const sorted = [...glyphs].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(28 + 12 * sorted.length);
  table.writeUInt16BE(1, 2); // one subtable: platform 3 (Windows), encoding 10 (all of Unicode), at byte 12
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * sorted.length, 16);
  table.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([code, glyph], i) => {
    table.writeUInt32BE(code, 28 + 12 * i);
    table.writeUInt32BE(code, 32 + 12 * i);
    table.writeUInt32BE(glyph, 36 + 12 * i);
  });
  return table;
}

/**
 * A `name` table in English.
 *
 * @param {Record<number, string>} names by name identifier: 0 copyright, 1 family, 2 style, 4 full, 6 PostScript name
 */
export function nameTable(names) {
  const entries = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    data: Buffer.from(text, 'utf16le').swap16(),
  }));
  const header = Buffer.alloc(6 + 12 * entries.length);
  header.writeUInt16BE(entries.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  entries.forEach(({ id, data }, i) => {
    // Platform 3 (Windows), encoding 1 (UTF-16), language 0x409 (English).
    [3, 1, 0x409, id, data.length, offset].forEach((value, j) => header.writeUInt16BE(value, 6 + 12 * i + 2 * j));
    offset += data.length;
  });
  return Buffer.concat([header, ...entries.map(({ data }) => data)]);
}

function checksum(data) {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum = (sum + data.readUInt32BE(i)) >>> 0;
  return sum;
}
