/** The wrong ideas that an exercise meets: what its head names, what its options name, what the slips of its code name. */
import { elementsOf } from '../components/vocabulary/mdx.ts';
import { misconceptionsOf } from './notebook/slips.ts';

/** The head and the text of an exercise, as far as wrong ideas are named there. */
export interface Meeting {
  data: { kind?: string; misconceptions?: { id: string }[]; check?: { against: string } };
  body?: string | undefined;
}

/** The ids of the misconceptions that an exercise meets. */
export function misconceptionsMet({ data, body = '' }: Meeting): string[] {
  const named = elementsOf(body)
    .filter(({ name }) => name === 'Option')
    .flatMap(({ attributes }) => attributes['misconception'] ?? []);
  const head = (data.misconceptions ?? []).map(({ id }) => id);
  return [...new Set([...head, ...named, ...(data.check ? misconceptionsOf(data.check.against) : [])])];
}
