/** Python cells and exercises as files that run anywhere with Python and NumPy. Loaded when they are asked for. */
import { fromJson } from '../../src/exact-json.ts';
import { markdownOf } from '../../src/notebook/markdown.ts';
import {
  assertsOf,
  notebookOf,
  scriptOf,
  type Asserted,
  type TakenFormat,
  type TakenPart,
} from '../../src/notebook/portable.ts';
import { download } from '../dom/save.ts';

const heading = (title: string, address: string): TakenPart => ({
  name: 'title',
  markdown: `# ${title}\n\nOf [From Logits to Probabilities](${address}), under the MIT license. It needs Python and NumPy.`,
});

/** An exercise with a reader's code: what it asks, the code, and its examples. */
export function partsOfExercise(box: Element, code: string, page: string): TakenPart[] {
  const asks: string[] = [];
  for (const block of box.children) {
    if (block.classList.contains('starter')) break;
    if (!block.matches('.asks, [data-version]')) asks.push(markdownOf(block, page));
  }
  return [
    heading(box.getAttribute('aria-label')!.replace(/^\w+: /, ''), `${page}#${box.id}-python`),
    { name: 'text', markdown: asks.filter(Boolean).join('\n\n') },
    { name: 'code', python: code },
    {
      name: 'about-examples',
      markdown: 'What the course’s own function returns, in float64. Nothing is said where yours agrees.',
    },
    { name: 'examples', python: assertsOf(fromJson(box.getAttribute('data-check')!) as Asserted) },
  ];
}

/** A chapter's cells, each with the paragraph above it. */
export function partsOfCells(
  cells: readonly { place: Element; code: string }[],
  title: string,
  page: string,
): TakenPart[] {
  const told = new Set<Element>();
  return [
    heading(title, page),
    ...cells.flatMap(({ place, code }): TakenPart[] => {
      let above = place.previousElementSibling;
      while (above?.localName === 'live-cell') above = above.previousElementSibling;
      const cell = { name: place.id, python: code };
      if (above?.localName !== 'p' || told.has(above)) return [cell];
      told.add(above);
      return [{ name: `above-${place.id}`, markdown: markdownOf(above, page) }, cell];
    }),
  ];
}

/** The text of a file. */
export const fileOf = (parts: readonly TakenPart[], format: TakenFormat): string =>
  format === 'ipynb' ? notebookOf(parts) : scriptOf(parts);

/** Gives the reader a file. */
export function save(parts: readonly TakenPart[], name: string, format: TakenFormat): void {
  download(new Blob([fileOf(parts, format)], { type: 'text/plain' }), `${name}.${format}`);
}
