/** What the pages of the interview room share: the record, the deck, times in words. */
import type { Cards } from '../../src/progress/cards.ts';
import type { Progress } from '../../src/progress/progress.ts';
import { fetched } from '../dom/arrival.ts';
import { store } from '../notebook/record.ts';
import { plural } from '../widget/words.ts';
import { reachable } from './reach.ts';

export { store };

/** Changes the cards of the record. */
export const updateCards = (change: (now: Cards) => Cards): void =>
  store.update((now) => ({ ...now, cards: change(now.cards) }));

/** What a room keeps of itself in the record, as it stands there: the room checks it. */
export const roomOf = (name: string): unknown => store.read().rooms[name]?.state;

/** Keeps something of a room, or nothing more of it where `state` is undefined. */
export const keepRoom = (name: string, state: unknown): void =>
  store.update((now) => {
    const { [name]: _, ...rooms } = now.rooms;
    return { ...now, rooms: state === undefined ? rooms : { ...rooms, [name]: { at: Date.now(), state } } };
  });

/** Exercises that stand as tried and not done, on their own page or on a whiteboard, and since when. */
export function failedIn({ exercises }: Progress): Map<string, number> {
  const failed = new Map<string, number>();
  for (const [kept, { state, at }] of Object.entries(exercises)) {
    const name = kept.replace(/^whiteboard:/, '');
    if (state === 'tried') failed.set(name, Math.max(at, failed.get(name) ?? 0));
  }
  return failed;
}

/** A stretch of time as one says it, from minutes to years. */
export function span(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${hours} h`;
  const days = Math.round(hours / 24);
  return days < 60 ? plural(days, 'day') : plural(Math.round(days / 30), 'month');
}

/** A card as the page of the deck holds it. */
export interface Card {
  id: string;
  question: string;
  level: string;
  topics: string[];
  exercises: string[];
  /** What a good answer has. */
  points: string[];
  /** What an interviewer asks next. */
  followUps: string[];
  element: HTMLElement;
}

/**
 * Fetches the deck from its page, all that a session needs: from here on the network may go away.
 * @throws Error where the page can't be had, for which see fetched()
 */
export async function fetchDeck(address: string): Promise<Card[]> {
  const page = new DOMParser().parseFromString(await (await fetched(address)).text(), 'text/html');
  // The faces that formulas are set in, too: a browser fetches a face only when a letter needs it.
  for (const face of document.fonts) void face.load().catch(() => undefined);
  const texts = (element: HTMLElement, selector: string) =>
    [...element.querySelectorAll(selector)].map((one) => one.textContent!.trim());
  return [...page.querySelectorAll<HTMLElement>('article.card')].map((element) => ({
    id: element.id,
    question: element.querySelector('h3')!.textContent!,
    level: element.dataset['level']!,
    topics: element.dataset['topics']!.split(' '),
    exercises: element.dataset['exercises']!.split(' ').filter(Boolean),
    points: texts(element, '.points li'),
    followUps: texts(element, '.follow-up summary'),
    element,
  }));
}

/** Puts a card's question on the table, with its answers behind it: hidden until they are shown. */
export function lay(table: Element, { element, question, level, topics }: Card): HTMLElement {
  const body = document.importNode(element.querySelector<HTMLElement>('.body')!, true);
  body.hidden = true;
  // One compares what one said with the points right after the short answer.
  body.querySelector('.short')!.after(body.querySelector('.points')!);
  const what = document.createElement('p');
  what.className = 'what';
  what.textContent = `${level} · ${topics.join(', ')}`;
  const heading = document.createElement('h2');
  heading.className = 'asked';
  heading.tabIndex = -1;
  heading.textContent = question;
  table.replaceChildren(what, heading, body);
  reachable(body);
  return body;
}

/** Runs something for each key that is pressed outside fields and without modifiers. */
export function onKey(run: (key: string, event: KeyboardEvent) => void): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (target.closest('input, textarea, select, [contenteditable], .cm-editor')) return;
    // A button, a link or a summary with the focus answers its own space and Enter.
    if ([' ', 'Enter'].includes(event.key) && target.closest('button, a, summary')) return;
    run(event.key, event);
  });
}
