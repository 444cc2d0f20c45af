/** A formula as the Markdown of a chapter hands it on: pieces of TeX at even places, `\val{…}` at odd ones. */
import { tex, text } from 'logits';
import { expectedOneOf } from '../../src/names.ts';

/** A `\val{…}`: its expression, and what computes it in the scope of its file. */
export interface Val {
  of: string;
  value: () => string | number;
}

export type Part = string | Val;

/**
 * The TeX of a formula, with its values computed and written in.
 * @param names what its file imports and defines
 * @throws Error that names the value and the formula if it can't be computed
 */
export function texOf(parts: readonly Part[], names: readonly string[] = []): string {
  const written = (part: Val): string => {
    try {
      const x = part.value();
      return `{${tex(typeof x === 'number' ? text(x) : x)}}`;
    } catch (error) {
      const formula = parts.map((one) => (typeof one === 'string' ? one : `\\val{${one.of}}`)).join('');
      const { message } = error as Error;
      const unknown = /^(\S+) is not defined$/.exec(message)?.[1];
      const known = unknown === undefined ? '' : `; ${expectedOneOf(unknown, names)}`;
      throw new Error(`\\val{${part.of}} of $${formula.trim()}$: ${message}${known}`, { cause: error });
    }
  };
  return parts.map((part) => (typeof part === 'string' ? part : written(part))).join('');
}
