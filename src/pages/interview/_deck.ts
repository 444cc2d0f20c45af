/** The deck in the order in which it is met: by level, then by chapter. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { misconceptionsMet } from '../../misconceptions.ts';
import { chaptersInOrder, type Chapter } from '../../../components/vocabulary/chapter-order.ts';

export const levels = ['screen', 'onsite', 'specialist'] as const;

export type Card = CollectionEntry<'interview'>;

export interface Deck {
  cards: Card[];
  /** The chapter of a card. */
  chapterOf(card: Card): Chapter;
  /** The exercise that a card shows, if there is one. */
  exerciseOf(card: Card): CollectionEntry<'exercises'> | undefined;
  /** The exercises that meet a wrong idea which a card meets, by name. */
  meeting(card: Card): string[];
  topics: string[];
}

export async function readDeck(): Promise<Deck> {
  const chapters = await chaptersInOrder();
  const exercises = await getCollection('exercises');
  const chapterOf = ({ data }: Card) => chapters.find(({ id }) => id === data.chapter.id)!;
  const cards = (await getCollection('interview')).sort(
    (a, b) =>
      levels.indexOf(a.data.level) - levels.indexOf(b.data.level) ||
      chapterOf(a).number - chapterOf(b).number ||
      a.id.localeCompare(b.id),
  );
  return {
    cards,
    chapterOf,
    exerciseOf: ({ data }) => exercises.find(({ id }) => id === data.exercise?.id),
    meeting: ({ data }) => {
      const met = new Set(data.misconceptions.map(({ id }) => id));
      return exercises.filter((one) => misconceptionsMet(one).some((id) => met.has(id))).map(({ id }) => id);
    },
    topics: [...new Set(cards.flatMap(({ data }) => data.topics as string[]))].sort(),
  };
}
