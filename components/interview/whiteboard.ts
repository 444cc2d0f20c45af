/** <white-board>: an exercise against the clock, without hints until the reader is done. */
import { languages } from '../../src/languages.ts';
import { placeOfCode } from '../../src/progress/progress.ts';
import { shownLanguage } from '../notebook/language.ts';
import { Clock, clockText } from './clock.ts';
import { keepRoom, roomOf, store } from './deck.ts';

class WhiteBoard extends HTMLElement {
  #clock = new Clock((spent) => this.#tick(spent));
  /** The second that was kept last. */
  #kept = 0;
  /** Whether the reader has stopped the clock: then a key does not start it. */
  #paused = false;

  connectedCallback(): void {
    this.#restore();
    this.addEventListener('click', (event) => {
      const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'clock') this.#toggle();
      else if (what === 'over') this.#over(false);
      else if (what === 'say') this.#say();
      else if (what === 'anew') this.#anew();
    });
    // Who begins without the clock has begun all the same: the first key, or the first check, starts it.
    for (const event of ['beforeinput', 'paste', 'click'] as const)
      this.addEventListener(
        event,
        ({ target }) => {
          const where = event === 'click' ? '[data-do=check]' : '[data-code]';
          if (
            !this.#paused &&
            !this.#clock.running &&
            !this.hasAttribute('data-over') &&
            (target as Element).closest(where)
          )
            this.#toggle();
        },
        true,
      );
    // The verdict is the exercise's own; a right one stops the clock.
    const right = new MutationObserver(() => {
      if (this.querySelector('[data-verdict] .passed')) this.#over(true);
    });
    for (const verdict of this.querySelectorAll('[data-verdict]'))
      right.observe(verdict, { childList: true, subtree: true });
    // Voices that live on this machine only: others would send the text away.
    const voices = () => {
      this.querySelector<HTMLElement>('[data-do=say]')!.hidden = !this.#voice();
    };
    if ('speechSynthesis' in window) {
      speechSynthesis.addEventListener('voiceschanged', voices);
      voices();
    }
    this.#prepare();
    addEventListener('language', () => this.#prepare());
  }

  /** Fetches what the session needs in the language that is shown, so that the network may go away. */
  #prepare(): void {
    const language = shownLanguage();
    void import('../notebook/editor.ts').then(({ editorFor }) => editorFor(language)).catch(() => undefined);
    void import('../notebook/verdict.ts').then(({ prepare }) => prepare(language)).catch(() => undefined);
  }

  /** What it is kept under, clock and code alike. */
  get #room(): string {
    return this.querySelector<HTMLElement>('exercise-box')!.dataset['kept']!;
  }

  /** Takes up the clock where it stood when the page was left: it waits for the next key. */
  #restore(): void {
    const { spent, over } = (roomOf(this.#room) ?? {}) as { spent?: unknown; over?: unknown };
    if (typeof spent !== 'number' || !(spent > 0)) return;
    this.#clock = new Clock((now) => this.#tick(now), spent);
    this.#tick(spent);
    if (over === 'right' || over === 'ended') this.#over(over === 'right');
    else this.querySelector('[data-do=clock]')!.textContent = 'Go on';
  }

  #keep(over?: 'right' | 'ended'): void {
    keepRoom(this.#room, { spent: Math.round(this.#clock.spent), ...(over && { over }) });
  }

  /** An empty board and a full clock again. */
  #anew(): void {
    store.update((now) => {
      const places = languages.map((language) => placeOfCode(this.#room, language));
      const cells = Object.fromEntries(Object.entries(now.cells).filter(([place]) => !places.includes(place)));
      const { [this.#room]: _, ...exercises } = now.exercises;
      return { ...now, cells, exercises };
    });
    keepRoom(this.#room, undefined);
    location.reload();
  }

  disconnectedCallback(): void {
    this.#clock.stop();
  }

  #voice(): SpeechSynthesisVoice | undefined {
    return speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith('en'));
  }

  #tick(spent: number): void {
    const left = Number(this.dataset['minutes']) * 60_000 - spent;
    const clock = this.querySelector<HTMLElement>('[data-clock]')!;
    clock.textContent = clockText(left);
    clock.toggleAttribute('data-over', left < 0);
    if (Math.floor(spent / 5000) === this.#kept || !this.#clock.running) return;
    this.#kept = Math.floor(spent / 5000);
    this.#keep();
  }

  #toggle(): void {
    if (this.#clock.running) this.#clock.stop();
    else this.#clock.start();
    this.#paused = !this.#clock.running;
    this.#keep();
    this.querySelector('[data-do=clock]')!.textContent = this.#clock.running ? 'Pause' : 'Go on';
  }

  #say(): void {
    const voice = this.#voice();
    if (!voice) return;
    speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(
      this.querySelector<HTMLElement>(
        `:not([data-version]) > [data-contract], [data-version=${shownLanguage()}] > [data-contract]`,
      )!.textContent!,
    );
    words.voice = voice;
    speechSynthesis.speak(words);
  }

  /** The end: by the reader's own word, or because the code is right. */
  #over(right: boolean): void {
    if (this.hasAttribute('data-over')) return;
    this.#clock.stop();
    this.setAttribute('data-over', '');
    for (const what of ['clock', 'over']) this.querySelector<HTMLElement>(`[data-do=${what}]`)!.hidden = true;
    this.querySelector<HTMLElement>('[data-do=anew]')!.hidden = false;
    this.#keep(right ? 'right' : 'ended');
    const { spent } = this.#clock;
    const after = spent > 0 ? `after ${clockText(spent)}` : 'before the clock was started';
    this.querySelector('[data-said]')!.textContent =
      `${right ? 'Right, ' : 'Ended '}${after}. Hints and solution stand below the code.`;
  }
}

customElements.define('white-board', WhiteBoard);
