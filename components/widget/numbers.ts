/** Reads the numbers that a reader types, pastes or finds in an address. Pure. */

/** What can't be read as the value that was asked for; its message is written for the reader. */
export class Unreadable extends Error {}

const specials: Record<string, number> = { inf: Infinity, infinity: Infinity, nan: NaN };

/** Spellings of the special values around their bare names: `math.inf`, `np.nan`, `Number.NaN`, `float('inf')`. */
const wrapping = /^(?:math\.|np\.|numpy\.|torch\.|number\.)|^float\(['"]?|['"]?\)$/g;

/** A digit of any script as one of ours: Unicode has them in rows of ten, from 0 to 9. */
function digit(character: string): string {
  let row = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(character.codePointAt(0)! - row - 1))) row++;
  return String(row % 10);
}

/** What was typed on a keyboard of any script, with our digits and signs: `１．５`, `١٫٥` and `−1.5` as 1.5, 1.5 and -1.5. */
const latin = (typed: string): string =>
  typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Cf}٬]/gu, '')
    .replace(/[−–]/g, '-')
    .replaceAll('٫', '.')
    .replace(/[،、]/g, ',')
    .replace(/(?![0-9])\p{Nd}/gu, digit);

/** Quotes what was typed, shortened, for a message. */
export const quote = (typed: string): string => (typed.length > 24 ? `${typed.slice(0, 24)}…` : typed);

/**
 * Reads one number in any JavaScript or Python spelling of a float: `1e3`, `.5`, `1_000`, `-inf`, `nan`, `0x1f`,
 * with a hyphen or a real minus sign. `0,5` is asked about, never guessed.
 * @param extremes whether ±Infinity and NaN are taken where it is typed: only then a message speaks of them
 * @throws Unreadable with a message for the reader
 */
export function parseNumber(typed: string, extremes = false): number {
  const plain = latin(typed).trim().toLowerCase();
  if (plain === '') throw new Unreadable('Nothing here yet; expected a number, such as 1.5 or −2.');
  const [, sign, body] = /^([+-]?)(.*)$/s.exec(plain) as unknown as [string, string, string];
  const bare = body.replace(wrapping, '').replace('positive_infinity', 'inf').replace('negative_infinity', '-inf');
  const signed = (x: number) => (sign === '-' ? -x : x);
  if (Object.hasOwn(specials, bare)) return signed(specials[bare]!);
  if (bare === '-inf') return signed(-Infinity);
  const digits = body.replace(/(?<=[\da-f])_(?=[\da-f])/g, '');
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits) || /^0(?:x[\da-f]+|b[01]+|o[0-7]+)$/.test(digits)) {
    return signed(Number(digits));
  }
  if (/^\d+,\d+$/.test(body)) {
    throw new Unreadable(
      `${quote(typed)} can be read in two ways; write ${sign}${body.replace(',', '.')} for a decimal.`,
    );
  }
  throw new Unreadable(
    `${quote(typed)} is not a number; expected something like 1.5, −2${extremes ? ', 1e3 or inf' : ' or 1e3'}.`,
  );
}

/**
 * Reads a pasted list of numbers, separated by commas, semicolons, white space or new lines, with or without
 * brackets. A comma that could be a decimal comma (`0,5`) is asked about. `read` reads one of its numbers.
 * @throws Unreadable with a message for the reader
 */
export function parseList(typed: string, read: (entry: string) => number = parseNumber): number[] {
  const inside = latin(typed)
    .trim()
    .replace(/^(?:np\.array|torch\.tensor|tensor|array)\(/i, '');
  const bracketed = /^[[({]/.test(inside);
  const plain = inside.replace(/[[\](){}]/g, ' ').trim();
  const doubtful = plain.split(/[\s;]+/).find((part) => /^[-+−]?\d+,\d+$/.test(part));
  if (!bracketed && doubtful !== undefined) {
    throw new Unreadable(
      `${quote(doubtful)} can be read in two ways; write ${doubtful.replace(',', '.')} for a decimal, or ${doubtful.replace(',', ', ')} for two numbers.`,
    );
  }
  return plain
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => read(part));
}

/** Prints a number so that `parseNumber` reads the same float64 back: `-0`, `inf`, `nan`, else the shortest decimal. */
export function printNumber(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  return Object.is(x, -0) ? '-0' : String(x);
}
