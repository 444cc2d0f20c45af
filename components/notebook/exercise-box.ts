/**
 * <exercise-box>: an exercise in the page. It keeps how far the reader got, and loads what checks code only when
 * code is checked.
 */
import { addAttempts, type Attempt } from '../../src/progress/progress.ts';
import { load } from '../dom/arrival.ts';
import { store, warn } from './record.ts';
import { CodeField } from './code-field.ts';

class ExerciseBox extends HTMLElement {
  /** The code, where the exercise asks for some. */
  #field: CodeField | undefined;

  connectedCallback(): void {
    this.#mark();
    if (this.querySelector('[data-code]')) {
      this.#field = new CodeField(this, {
        changed: () => this.#changed(),
        run: () => void this.check(),
        place: this.querySelector('[data-state-text]')!,
      });
      const kept = store.read().cells[this.#place];
      if (kept) {
        this.#field.take(kept.code);
        this.#say(
          kept.from === this.#field.author
            ? 'Your version, kept on this machine'
            : 'Your version; the exercise has changed since',
        );
      }
    }
    // Another tab has written: what is newer is taken over, so that no key here is pressed on what is old.
    addEventListener('storage', () => this.#takeOver());
    addEventListener('pageshow', () => this.#takeOver());
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('guess', (event) => this.reached((event as CustomEvent<boolean>).detail ? 'done' : 'tried'));
  }

  /** What it is kept under: its name, or one apart from it on a whiteboard. */
  get name(): string {
    return this.dataset.kept ?? this.dataset.name!;
  }

  /** Code is kept by exercise, wherever it stands. */
  get #place(): string {
    return `exercise:${this.name}`;
  }

  /** Writes down how far the reader got, and the attempt; what is done stays done. */
  reached(state: 'tried' | 'done', verdict: Attempt['verdict'] = state === 'done' ? 'right' : 'wrong'): void {
    const at = Date.now();
    const hints = this.querySelectorAll('.hint[open]').length;
    store.update((now) => {
      const attempts = addAttempts(now.attempts, [{ exercise: this.name, at, verdict, hints }]);
      if (now.exercises[this.name]?.state === 'done') return { ...now, attempts };
      return { ...now, attempts, exercises: { ...now.exercises, [this.name]: { state, at } } };
    });
    this.#mark();
    warn(this);
  }

  #mark(): void {
    const mark = this.querySelector<HTMLElement>('[data-done]')!;
    mark.hidden = store.read().exercises[this.name]?.state !== 'done';
    if (!store.keeps()) mark.textContent = '✓ done, but not kept';
  }

  #takeOver(): void {
    this.#mark();
    if (!this.#field) return;
    const code = store.read().cells[this.#place]?.code ?? this.#field.author;
    if (code === this.#field.code) return;
    this.#field.take(code);
    this.#say('As another tab has it');
  }

  #say(text: string): void {
    this.querySelector('[data-state-text]')!.textContent = text;
    this.querySelector<HTMLElement>('[data-do=reset]')!.hidden = !this.#field!.isChanged;
  }

  /** A hand opens an option: that is an answer, unless it only shows the right one. What a browser opens is none. */
  #choose(option: HTMLDetailsElement): void {
    if (!option.open) this.reached(option.matches('.right') ? 'done' : 'tried');
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const what = target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (what === 'check') void this.check();
    else if (what === 'edit') void this.#field!.edit();
    else if (!what && this.#field?.asksToEdit(target)) void this.#field.edit(event);
    else if (what === 'reset') this.#reset();
    else if (what === 'match') this.#match();
    const option = target.closest('.option:not(.answer) > summary')?.parentElement;
    if (option) this.#choose(option as HTMLDetailsElement);
  }

  #match(): void {
    const pairs = this.querySelector<HTMLElement>('[data-match]')!.dataset.match!.split(',');
    const rows = [...this.querySelectorAll('.match > ul > li')];
    const right = rows.filter((row, i) => {
      const { value } = row.querySelector('select')!;
      row.querySelector('.mark')!.textContent = value === '' ? '' : value === pairs[i] ? '✓' : '✗';
      return value === pairs[i];
    }).length;
    this.querySelector('.match > .verdict')!.textContent =
      right === pairs.length ? 'All right.' : `${right} of ${pairs.length} are right.`;
    this.reached(right === pairs.length ? 'done' : 'tried');
  }

  #changed(): void {
    const { code, author, isChanged } = this.#field!;
    store.update((now) => {
      const { [this.#place]: _, ...cells } = now.cells;
      return { ...now, cells: isChanged ? { ...cells, [this.#place]: { code, from: author } } : cells };
    });
    this.#say('Edited, not checked yet');
    warn(this);
  }

  #reset(): void {
    this.#field!.take(this.#field!.author);
    this.#changed();
    this.#say('The starter again');
  }

  async check(): Promise<void> {
    const place = this.querySelector('[data-verdict]')!;
    try {
      const get = () => import('./verdict.ts');
      const { verdictOn } = await load('What checks the code', get, this.querySelector('[data-state-text]')!);
      this.#say('Checking…');
      const { passed, line } = await verdictOn(this.#field!.code, this.dataset.check!, place);
      if (passed) this.reached('done');
      else this.reached('tried', place.querySelector('.open') ? 'open' : 'wrong');
      this.#say('');
      this.#field!.mark(line);
    } catch (error) {
      this.#say(`This could not be checked: ${(error as Error).message}`);
    }
  }
}

customElements.define('exercise-box', ExerciseBox);
