/**
 * <exercise-box>: an exercise in the page. It keeps how far the reader got, and loads what checks code only when
 * code is checked.
 */
import { addAttempts, type Attempt } from '../../src/progress/progress.ts';
import { load } from '../dom/arrival.ts';
import { store, warn } from './record.ts';
import type { Editor } from './editor.ts';

class ExerciseBox extends HTMLElement {
  #starter = '';
  #code = '';
  #editor: Editor | undefined;

  connectedCallback(): void {
    this.#mark();
    const code = this.querySelector('[data-code]');
    if (code) {
      this.#starter = this.#code = code.textContent!.replace(/\n$/, '');
      const kept = store.read().cells[this.#place];
      if (kept) {
        this.#show(kept.code);
        this.#say(
          kept.from === this.#starter
            ? 'Your version, kept on this machine'
            : 'Your version; the exercise has changed since',
        );
      }
    }
    // Another tab has written: what is newer is taken over, so that no key here is pressed on what is old.
    addEventListener('storage', () => this.#takeOver());
    addEventListener('pageshow', () => this.#takeOver());
    this.addEventListener('click', (event) => this.#click(event.target as Element));
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
    if (!this.querySelector('[data-code]')) return;
    const code = store.read().cells[this.#place]?.code ?? this.#starter;
    if (code === this.#code) return;
    this.#code = code;
    if (this.#editor) this.#editor.replace(code);
    else this.#show(code);
    this.#say('As another tab has it');
  }

  #say(text: string): void {
    this.querySelector('[data-state-text]')!.textContent = text;
    this.querySelector<HTMLElement>('[data-do=reset]')!.hidden = this.#code === this.#starter;
  }

  #show(code: string): void {
    this.#code = code;
    const pre = document.createElement('pre');
    pre.append(document.createElement('code'));
    pre.firstElementChild!.textContent = code;
    this.querySelector('[data-code]')!.replaceChildren(pre);
  }

  /** A hand opens an option: that is an answer, unless it only shows the right one. What a browser opens is none. */
  #choose(option: HTMLDetailsElement): void {
    if (!option.open) this.reached(option.matches('.right') ? 'done' : 'tried');
  }

  #click(target: Element): void {
    const what = target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (what === 'check') void this.check();
    else if (what === 'edit' || (!what && target.closest('[data-code]') && getSelection()?.isCollapsed !== false))
      void this.edit();
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

  #changed(code: string): void {
    if (code === this.#code) return;
    this.#code = code;
    store.update((now) => {
      const { [this.#place]: _, ...cells } = now.cells;
      return {
        ...now,
        cells: code === this.#starter ? cells : { ...cells, [this.#place]: { code, from: this.#starter } },
      };
    });
    this.#say('Edited, not checked yet');
    warn(this);
  }

  async edit(): Promise<void> {
    const { openEditor } = await this.#load('The editor', () => import('./editor.ts'));
    this.#editor ??= openEditor(this.querySelector<HTMLElement>('[data-code]')!, this.#code, {
      changed: (code) => this.#changed(code),
      run: () => void this.check(),
      runOn: () => void this.check(),
    });
    this.#editor.focus();
    this.querySelector<HTMLElement>('[data-do=edit]')!.hidden = true;
  }

  #load<T>(what: string, get: () => Promise<T>): Promise<T> {
    return load(what, get, this.querySelector('[data-state-text]')!);
  }

  #reset(): void {
    if (this.#editor) this.#editor.replace(this.#starter);
    else this.#show(this.#starter);
    this.#changed(this.#starter);
    this.#say('The starter again');
  }

  async check(): Promise<void> {
    const place = this.querySelector('[data-verdict]')!;
    try {
      const { verdictOn } = await this.#load('What checks the code', () => import('./verdict.ts'));
      this.#say('Checking…');
      const { passed, line } = await verdictOn(this.#code, this.dataset.check!, place);
      if (passed) this.reached('done');
      else this.reached('tried', place.querySelector('.open') ? 'open' : 'wrong');
      this.#say('');
      this.#editor?.mark(line);
    } catch (error) {
      this.#say(`This could not be checked: ${(error as Error).message}`);
    }
  }
}

customElements.define('exercise-box', ExerciseBox);
