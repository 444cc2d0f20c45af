/** <deck-page>: finding, filtering, opening and printing the deck. */

class DeckPage extends HTMLElement {
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

  #filter(): void {
    const value = (name: string) => this.querySelector<HTMLInputElement>(`[name=${name}]`)!.value;
    const words = value('find').toLowerCase().split(/\s+/).filter(Boolean);
    const [level, topic] = [value('level'), value('topic')];
    let shown = 0;
    for (const card of this.querySelectorAll<HTMLElement>('.card')) {
      const text = words.length > 0 ? card.textContent!.toLowerCase() : '';
      card.hidden =
        (level !== '' && card.dataset['level'] !== level) ||
        (topic !== '' && !card.dataset['topics']!.split(' ').includes(topic)) ||
        !words.every((word) => text.includes(word));
      if (!card.hidden) shown++;
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('.card:not([hidden])');
    this.querySelector('[data-count]')!.textContent =
      shown === 0 ? 'No question fits' : `${shown} question${shown === 1 ? '' : 's'}`;
    this.#label();
  }
}

customElements.define('deck-page', DeckPage);
