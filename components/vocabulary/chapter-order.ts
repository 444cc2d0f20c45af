/** The chapters there are, in the order of their files' names; their numbers follow from it, from 1 and without gaps. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { noSuch } from '../../src/names.ts';

export type Chapter = CollectionEntry<'chapters'> & { number: number };

/** All chapters, from first to last, each with its number. */
export async function chaptersInOrder(): Promise<Chapter[]> {
  const chapters = await getCollection('chapters');
  const file = ({ filePath = '' }: CollectionEntry<'chapters'>) => filePath;
  return chapters.sort((a, b) => (file(a) < file(b) ? -1 : 1)).map((chapter, i) => ({ ...chapter, number: i + 1 }));
}

/** The chapter after another, if there is one. */
export async function chapterAfter(id: string): Promise<Chapter | undefined> {
  const chapters = await chaptersInOrder();
  const at = chapters.findIndex((chapter) => chapter.id === id);
  return at < 0 ? undefined : chapters[at + 1];
}

/**
 * Finds a chapter by name.
 * @throws RangeError that lists the known ones, nearest first
 */
export async function chapterCalled(name: string): Promise<Chapter> {
  const chapters = await chaptersInOrder();
  const found = chapters.find(({ id }) => id === name);
  if (!found)
    throw new RangeError(
      noSuch(
        'chapter',
        name,
        chapters.map(({ id }) => id),
      ),
    );
  return found;
}
