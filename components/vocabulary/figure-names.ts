/** What figures are called: numbered in a chapter, when the page is built, and the same where a link names them. */

const nameOf = (chapter: number, figure: number): string => `Figure ${chapter}.${figure}`;

/** A chapter's HTML with the name of each figure before its caption. */
export function nameFigures(html: string, chapter: number): string {
  let figures = 0;
  return html.replace(/<figcaption>(?!\s*<\/figcaption>)/g, (tag) => `${tag}<b>${nameOf(chapter, ++figures)}</b> `);
}

/**
 * What the first figure of a Live is called in its chapter.
 * @throws RangeError if the chapter has no such Live, or the Live no figure with a caption
 */
export function figureOf(chapter: { id: string; number: number; body?: string }, live: string): string {
  const [before, after] = (chapter.body ?? '').split(new RegExp(`<Live\\b[^>]*\\bid="${live}"`));
  const captions = (text: string) => text.match(/<Figure\b(?![^>]*\/>)/g) ?? [];
  if (captions(after?.split('</Live>')[0] ?? '').length === 0)
    throw new RangeError(`figure of ${live}: none in ${chapter.id}; expected a Live of that id with a Figure in it`);
  return nameOf(chapter.number, captions(before!).length + 1);
}
