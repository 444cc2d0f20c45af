/** Text and HTML as fields of Anki's text file. */

/** TeX inside HTML: what HTML would read as markup is written as entities, and Anki's `{{` and `}}` are kept apart. */
export const escaped = (tex: string): string =>
  tex
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .trim();

/** Plain text inside HTML. */
export const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * HTML as one field: on one line, quoted, with addresses that work away from the site.
 * @param address an absolute address for a path inside the site
 */
export function field(html: string, address: (path: string) => string): string {
  const line = html
    .replace(/<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/gi, '')
    .replace(/<(script|style|link|template)\b[\s\S]*?(<\/\1>|>)/gi, '')
    .replace(
      /<pre\b[^>]*>([\s\S]*?)<\/pre>/g,
      (_, code: string) => `<pre>${code.replace(/<\/?(span|code)\b[^>]*>/g, '').replace(/\n/g, '<br>')}</pre>`,
    )
    .replace(/<p class="asks"[^>]*>([\s\S]*?)<\/p>/g, '<p><b>$1</b></p>')
    .replace(/ (class|aria-label|data-[a-z-]+|style)="[^"]*"/g, '')
    .replace(/href="\/([^"]*)"/g, (_, path: string) => `href="${address(path)}"`)
    .replace(/\s+/g, ' ')
    .trim();
  return `"${line.replaceAll('"', '""')}"`;
}
