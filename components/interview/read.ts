/** <deck-page>: finding, filtering, opening and printing the deck. */
import { fold, matches, queryWords } from '../../src/search/fold.ts';
import { reachable } from './reach.ts';

/** A line of a card as it is searched. */
interface Line {
  element: HTMLElement;
  folded: string;
}

/** What of a card is read as a line of its own. */
const lines = 'h3, p, li, tr, pre, .follow-up > summary, .katex-display';

class DeckPage extends HTMLElement {
  /** The lines of each card, folded once. */
  #lines = new Map<HTMLElement, Line[]>();
  /** What a search has opened, to be closed when it ends. */
  #opened = new Set<HTMLDetailsElement>();

  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#filter());
    this.querySelector('[data-do=open]')!.addEventListener('click', () => this.#toggle());
    for (const part of ['sheet', 'deck'] as const)
      this.querySelector(`[data-do=print-${part}]`)!.addEventListener('click', () => {
        document.documentElement.dataset['print'] = part;
        print();
      });
    // On paper everything is open, and closed again afterwards.
    let opened: HTMLDetailsElement[] = [];
    addEventListener('beforeprint', () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const details of opened) details.open = true;
    });
    addEventListener('afterprint', () => {
      for (const details of opened) details.open = false;
      delete document.documentElement.dataset['print'];
    });
    addEventListener('hashchange', () => this.#openTarget());
    this.#filter();
    this.#openTarget();
    reachable(this);
  }

  /** A link to a card or to the cheat sheet opens it. */
  #openTarget(): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target?.querySelector('details') ?? target?.closest('details');
    if (!details || details.open) return;
    details.open = true;
    target!.scrollIntoView();
  }

  #shown(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.card:not([hidden]) > details')];
  }

  #toggle(): void {
    const shown = this.#shown();
    const open = shown.some((details) => !details.open);
    for (const details of shown) details.open = open;
    this.#label();
  }

  #label(): void {
    const all = this.#shown().every(({ open }) => open);
    this.querySelector('[data-do=open]')!.textContent = all ? 'Close all' : 'Open all';
  }

  #linesOf(card: HTMLElement): Line[] {
    let known = this.#lines.get(card);
    if (!known) {
      const all = [...card.querySelectorAll<HTMLElement>(lines)].filter(
        (one) => !one.parentElement!.closest('.katex-display, li, p'),
      );
      // Beside the words that are seen, a formula holds its TeX, so that both find it.
      known = all.map((element) => ({ element, folded: fold(element.textContent!) }));
      this.#lines.set(card, known);
    }
    return known;
  }

  /** Shows where a card was found: the line itself under the question, and the follow-up that holds it opened. */
  #mark(card: HTMLElement, words: readonly string[]): void {
    card.querySelector('.hit')?.remove();
    for (const one of card.querySelectorAll('[data-hit]')) one.removeAttribute('data-hit');
    for (const details of this.#opened)
      if (card.contains(details)) {
        details.open = false;
        this.#opened.delete(details);
      }
    if (words.length === 0 || card.hidden) return;
    const found = this.#linesOf(card).map((line) => ({ ...line, count: matches(line.folded, words) }));
    const most = Math.max(...found.map(({ count }) => count));
    const hits = found.filter(({ count }) => count === most);
    for (const { element } of hits) {
      element.setAttribute('data-hit', '');
      const followUp = element.closest<HTMLDetailsElement>('.follow-up');
      if (followUp && !followUp.open) {
        followUp.open = true;
        this.#opened.add(followUp);
      }
    }
    const { element } = hits[0]!;
    if (element.matches('h3')) return;
    const hit = document.createElement('p');
    hit.className = 'hit';
    for (const child of element.childNodes) hit.append(child.cloneNode(true), element.matches('tr') ? ' ' : '');
    card.querySelector('summary')!.append(hit);
  }

  #filter(): void {
    const value = (name: string) => this.querySelector<HTMLInputElement>(`[name=${name}]`)!.value;
    const words = queryWords(value('find'));
    const [level, topic] = [value('level'), value('topic')];
    let shown = 0;
    for (const card of this.querySelectorAll<HTMLElement>('.card')) {
      // Without a hit of an earlier search, whose line would be found again.
      const text = () =>
        this.#linesOf(card)
          .map(({ folded }) => folded)
          .join(' \n ');
      card.hidden =
        (level !== '' && card.dataset['level'] !== level) ||
        (topic !== '' && !card.dataset['topics']!.split(' ').includes(topic)) ||
        (words.length > 0 && matches(text(), words) < words.length);
      if (!card.hidden) shown++;
      this.#mark(card, words);
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('.card:not([hidden])');
    this.querySelector('[data-count]')!.textContent =
      shown === 0 ? 'No question fits' : `${shown} question${shown === 1 ? '' : 's'}`;
    this.#label();
  }
}

customElements.define('deck-page', DeckPage);
