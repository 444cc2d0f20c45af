/** Words and short numbers that several sentences use. Pure. */
import { fixed, text } from 'logits';

/** Names as a reader would say them: `cat, dog and cow`; `none` where there are none. */
export function listed(names: readonly string[], none = 'none'): string {
  if (names.length < 2) return names[0] ?? none;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `1 card`, `2 cards`. */
export const plural = (n: number, what: string, many = `${what}s`): string => `${n} ${n === 1 ? what : many}`;

/** A logit as a slider leaves it, with one decimal (`−1.2`), so that formulas keep their width; a finer one as it is. */
export const logitText = (z: number): string => (Number(z.toFixed(1)) === z ? fixed(z, 1) : text(z));

/** Digits that may break where the place is narrow. */
export const breakable = (digits: string): string => digits.replace(/[\d.]{6}/g, '$&\u200b');
