/** <card-review>: a question, its answer when asked for, a grade, the next question. */
import { answer, review, undo, type Grade, type Review } from '../../src/progress/cards.ts';
import { queue, schedule, type Queue } from '../../src/progress/schedule.ts';
import { plural } from '../widget/words.ts';
import { load } from '../dom/arrival.ts';
import { failedIn, fetchDeck, keepRoom, lay, onKey, roomOf, span, store, updateCards, type Card } from './deck.ts';
import { included, readWays, type Ways } from './ways.ts';

/** The most letters that an answer may have. */
const longest = 5000;

interface Step {
  id: string;
  before: readonly Review[];
  after: readonly Review[];
}

class CardReview extends HTMLElement {
  #deck = new Map<string, Card>();
  /** The card on the table. */
  #card: Card | undefined;
  #body: HTMLElement | undefined;
  #steps: Step[] = [];
  /** New cards that the reader took beyond today's limit. */
  #more = 0;
  #wake = 0;

  /** How the reader reviews. */
  #ways: Ways = readWays(roomOf('review'));

  connectedCallback(): void {
    this.#showWays();
    this.querySelector('form')!.addEventListener('change', () => this.#takeWays());
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('input', (event) => {
      const field = event.target as HTMLTextAreaElement;
      if (field.matches('.recall') && this.#card) keepRoom(`recall:${this.#card.id}`, field.value || undefined);
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !this.#card || !this.#body!.hidden) return;
      event.preventDefault();
      this.#reveal();
    });
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      if (button?.dataset['grade']) this.#grade(Number(button.dataset['grade']) as Grade);
      else if (button?.dataset['do'] === 'reveal') this.#reveal();
      else if (button?.dataset['do'] === 'undo') this.#undo();
      else if (button?.dataset['do'] === 'more') this.#takeMore();
    });
    onKey((key, event) => {
      if (!this.#ways.keys) return;
      const shown = this.#body && !this.#body.hidden;
      if (key === ' ' && this.#card && !shown) this.#reveal();
      else if (/^[1-4]$/.test(key) && shown) this.#grade(Number(key) as Grade);
      else if (key === 'u' && this.#steps.length > 0) this.#undo();
      else return;
      event.preventDefault();
    });
    // Another tab has answered: a question that is still open here may be done.
    addEventListener('storage', () => {
      if (this.#deck.size === 0) return;
      if (this.#card && this.#body?.hidden) this.#next(this.#card.id);
      else this.#count(this.#queue());
    });
    void this.#open();
  }

  async #open(): Promise<void> {
    this.#say('');
    const cards = await load('The deck', () => fetchDeck(this.dataset['deck']!), this.querySelector('[data-counts]')!);
    this.#deck = new Map(cards.map((card) => [card.id, card]));
    this.#next();
  }

  #queue(): Queue {
    const record = store.read();
    const cards = record.cards;
    const settings = { ...cards.settings, limit: cards.settings.limit + this.#more };
    const deck = [...this.#deck.values()].filter((card) => included(card, this.#ways));
    return queue(deck, { ...cards, settings }, failedIn(record), Date.now());
  }

  #boxes(name: string): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(`form [name=${name}]`)];
  }

  #showWays(): void {
    const { without, recall, keys } = this.#ways;
    for (const box of this.#boxes('with')) box.checked = !without.includes(box.value);
    this.#boxes('recall')[0]!.checked = recall;
    this.#boxes('keys')[0]!.checked = keys;
    this.toggleAttribute('data-no-keys', !keys);
    const left = this.#boxes('with').filter(({ checked }) => !checked);
    this.querySelector('[data-ways]')!.textContent =
      left.length === 0 ? 'all questions' : `without ${left.map(({ value }) => value).join(', ')}`;
  }

  #takeWays(): void {
    const before = this.#ways;
    this.#ways = {
      without: this.#boxes('with')
        .filter(({ checked }) => !checked)
        .map(({ value }) => value),
      recall: this.#boxes('recall')[0]!.checked,
      keys: this.#boxes('keys')[0]!.checked,
    };
    keepRoom('review', this.#ways);
    this.#showWays();
    if (this.#deck.size === 0) return;
    const open = this.#card && !this.#body!.hidden;
    if (open) return this.#count(this.#queue());
    // A question that is still open goes only when it is not among those that are wanted.
    this.#next(this.#card?.id, false);
    if (before.recall !== this.#ways.recall && this.#card) this.#lay(this.#card, false);
  }

  /** The field to type into before one compares. */
  #recallField(card: Card): HTMLTextAreaElement {
    const field = document.createElement('textarea');
    field.className = 'recall';
    field.rows = 4;
    field.maxLength = longest;
    field.setAttribute('aria-label', 'Your answer, before you compare');
    field.placeholder = `Type your answer, then compare. There is room for ${longest.toLocaleString('en')} letters.`;
    const kept = roomOf(`recall:${card.id}`);
    if (typeof kept === 'string') field.value = kept;
    return field;
  }

  #say(text: string): void {
    this.querySelector('[data-counts]')!.textContent = [text, store.problem()].filter(Boolean).join(' · ');
  }

  #count({ due, fresh, soon }: Queue): void {
    this.#say(
      [`${due.length} due`, `${fresh.length} new`, ...(soon.length > 0 ? [`${soon.length} soon again`] : [])].join(
        ' · ',
      ),
    );
  }

  /** Puts the next question on the table; `stay` is left there as long as it is in the queue. */
  #next(stay?: string, focus = true): void {
    clearTimeout(this.#wake);
    const line = this.#queue();
    const all = [...line.due, ...line.fresh, ...line.soon];
    const id = stay !== undefined && all.includes(stay) ? stay : all[0];
    this.#count(line);
    if (id === undefined) return this.#done(line);
    if (id !== this.#card?.id || stay === undefined) this.#lay(this.#deck.get(id)!, focus);
  }

  #lay(card: Card, focus = true): void {
    this.#card = card;
    this.#body = lay(this.querySelector('[data-table]')!, card);
    if (this.#ways.recall) this.#body.before(this.#recallField(card));
    this.#hand(false);
    if (!focus) return;
    this.querySelector<HTMLElement>('.recall, .asked')!.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #hand(shown: boolean): void {
    this.querySelector<HTMLElement>('[data-hand]')!.hidden = false;
    this.querySelector<HTMLElement>('[data-do=reveal]')!.hidden = shown || !this.#card;
    this.querySelector<HTMLElement>('.grades')!.hidden = !shown;
    this.querySelector<HTMLButtonElement>('[data-do=undo]')!.disabled = this.#steps.length === 0;
  }

  #reveal(): void {
    const { id } = this.#card!;
    // Another tab may just have answered it.
    const line = this.#queue();
    if (![...line.due, ...line.fresh, ...line.soon].includes(id)) return this.#next();
    const cards = store.read().cards;
    const now = Date.now();
    const log = cards.reviews[id] ?? [];
    for (const button of this.querySelectorAll<HTMLElement>('[data-grade]')) {
      const { due } = schedule(review(log, Number(button.dataset['grade']) as Grade, now), cards.settings, now);
      button.querySelector('[data-in]')!.textContent = span(due - now);
    }
    this.#body!.hidden = false;
    this.querySelector<HTMLTextAreaElement>('.recall')?.setAttribute('readonly', '');
    this.#hand(true);
    // The answer has the focus, so that it is read out and the keys 1 to 4 grade it.
    this.#body!.tabIndex = -1;
    this.#body!.focus({ preventScroll: true });
  }

  #grade(grade: Grade): void {
    const { id } = this.#card!;
    const before = store.read().cards.reviews[id] ?? [];
    updateCards((now) => answer(now, id, grade, Date.now()));
    if (roomOf(`recall:${id}`) !== undefined) keepRoom(`recall:${id}`, undefined);
    this.#steps.push({ id, before, after: store.read().cards.reviews[id]! });
    this.#next();
  }

  #undo(): void {
    const step = this.#steps.pop();
    if (!step) return;
    updateCards((now) => undo(now, step.id, step.before, step.after));
    this.#lay(this.#deck.get(step.id)!);
    this.#reveal();
    this.#count(this.#queue());
  }

  #takeMore(): void {
    this.#more += 5;
    this.#next();
  }

  #offer(what: string, text: string): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.dataset['do'] = what;
    button.textContent = text;
    this.querySelector('[data-table]')!.append(button);
  }

  #done({ unmet, next }: Queue): void {
    this.#card = this.#body = undefined;
    const said = document.createElement('h2');
    said.className = 'asked';
    said.tabIndex = -1;
    said.textContent = 'Done for today.';
    const more = document.createElement('p');
    const when = next === undefined ? '' : `The next question is due in ${span(next - Date.now())}. `;
    more.textContent = `${when}${unmet > 0 ? `There ${unmet === 1 ? 'is' : 'are'} ${plural(unmet, 'question')} you have not seen yet.` : 'You have seen every question.'}`;
    this.querySelector('[data-table]')!.replaceChildren(said, more);
    if (unmet > 0) this.#offer('more', `See ${Math.min(5, unmet)} more today`);
    this.#hand(false);
    said.focus({ preventScroll: true });
    if (next !== undefined && next - Date.now() < 2 ** 31)
      this.#wake = window.setTimeout(() => this.#next(), next - Date.now());
  }
}

customElements.define('card-review', CardReview);
