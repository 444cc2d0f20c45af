/**
 * Numbers inside formulas, computed at build: `\val{softmax([2, 1])[0]}` is an expression in the scope of the file that
 * the formula stands in.
 */
import { tex, text } from 'logits';

/** A formula with values: TeX at even places, at odd ones what computes a value. */
export type Parts = (string | (() => string | number))[];

/**
 * The TeX of a formula, its values computed and written in.
 * @throws Error that names the formula, where a value can't be computed
 */
export function filledIn(parts: Parts): string {
  const value = (compute: () => string | number): string => {
    try {
      const x = compute();
      return `{${tex(typeof x === 'number' ? text(x) : x)}}`;
    } catch (error) {
      const formula = parts.map((part) => (typeof part === 'string' ? part : '\\val{…}')).join('');
      throw new Error(`\\val{…} in $${formula}$: ${(error as Error).message}`, { cause: error });
    }
  };
  return parts.map((part) => (typeof part === 'string' ? part : value(part))).join('');
}
