/**
 * <exercise-box>: an exercise in the page. It keeps how far the reader got, and loads what checks code only when
 * code is checked.
 */
import { store, trouble } from './record.ts';
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
        failed: (words) => this.#say(words),
      });
      const kept = store.read().cells[this.#place];
      if (kept) {
        void this.#field.take(kept.code);
        this.#say(
          kept.from === this.#field.author
            ? 'Your version, kept on this machine'
            : 'Your version; the exercise has changed since',
        );
      }
    }
    this.addEventListener('click', (event) => this.#click(event.target as Element));
    this.addEventListener('toggle', (event) => this.#opened(event.target as HTMLDetailsElement), true);
    this.addEventListener('guess', (event) => this.reached((event as CustomEvent<boolean>).detail ? 'done' : 'tried'));
  }

  get name(): string {
    return this.dataset.name!;
  }

  /** Code is kept by exercise, wherever it stands. */
  get #place(): string {
    return `exercise:${this.name}`;
  }

  /** Writes down how far the reader got; what is done stays done. */
  reached(state: 'tried' | 'done'): void {
    store.update((now) => {
      if (now.exercises[this.name]?.state === 'done') return now;
      return { ...now, exercises: { ...now.exercises, [this.name]: { state, at: Date.now() } } };
    });
    this.#mark();
    const problem = trouble();
    if (problem) this.querySelector('[data-trouble]')!.textContent = problem;
  }

  #mark(): void {
    this.querySelector<HTMLElement>('[data-done]')!.hidden = store.read().exercises[this.name]?.state !== 'done';
  }

  #say(text: string): void {
    this.querySelector('[data-state-text]')!.textContent = text;
    this.querySelector<HTMLElement>('[data-do=reset]')!.hidden = !this.#field!.isChanged;
  }

  /** An option was opened: that is an answer, unless it only shows the right one. */
  #opened(details: HTMLDetailsElement): void {
    if (details.open && details.matches('.option:not(.answer)'))
      this.reached(details.matches('.right') ? 'done' : 'tried');
  }

  #click(target: Element): void {
    const what = target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (what === 'check') void this.check();
    else if (what === 'edit' || (!what && this.#field?.asksToEdit(target))) void this.#field!.edit();
    else if (what === 'reset') void this.#reset();
    else if (what === 'match') this.#match();
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
    this.#say(trouble() ?? 'Edited, not checked yet');
  }

  async #reset(): Promise<void> {
    await this.#field!.take(this.#field!.author);
    this.#changed();
    this.#say('The starter again');
  }

  async check(): Promise<void> {
    this.#say('Checking…');
    const place = this.querySelector('[data-verdict]')!;
    try {
      const { verdictOn } = await import('./verdict.ts');
      const { passed, line } = await verdictOn(this.#field!.code, this.dataset.check!, place);
      this.reached(passed ? 'done' : 'tried');
      this.#say('');
      await this.#field!.mark(line);
    } catch (error) {
      this.#say(`This could not be checked: ${(error as Error).message}`);
    }
  }
}

customElements.define('exercise-box', ExerciseBox);
