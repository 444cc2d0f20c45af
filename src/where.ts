/**
 * Where in the content something is wrong: file and line. The build writes them on every element of a chapter, an
 * exercise or a card as `at` (components/vocabulary/remark-where.ts). Pure.
 */

/** A file and a line as messages name them: from the project's own folder, `content/chapters/10-sigmoid.mdx:12`. */
export const whereIn = (file = '', line = 0): string =>
  `${file.replaceAll('\\', '/').replace(/^.*\/(?=(?:content|src)\/)/, '')}:${line}`;

/**
 * Refuses what is written at a place.
 * @throws RangeError
 */
export function refuse(where: string | undefined, what: string): never {
  throw new RangeError(where === undefined ? what : `${where}: ${what}`);
}

/** Does something, and says where in the content it was asked for if it fails. */
export function at<T>(where: string | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const { message } = error as Error;
    // Something inside may have said it already, and more exactly.
    if (where === undefined || /^(content|src)\//.test(message)) throw error;
    throw new Error(`${where}: ${message}`, { cause: error });
  }
}
