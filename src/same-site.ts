/** Where a text from outside leads, before it becomes a link. Pure. */

/**
 * The address that a text leads to, as a browser reads it, where that is on the same site; undefined where it leads
 * elsewhere or nowhere. The text's letters say little: a browser drops tabs and line ends, and takes a backslash for
 * a slash, so that `/\t/example.org` names another host.
 * @param from the address of the page that the link stands on
 */
export function sameSite(text: string, from: string): string | undefined {
  try {
    const [to, here] = [new URL(text, from), new URL(from)];
    return to.origin === here.origin && to.protocol === here.protocol ? to.href : undefined;
  } catch {
    return undefined;
  }
}
