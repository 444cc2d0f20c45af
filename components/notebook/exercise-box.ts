/**
 * <exercise-box>: an exercise in the page. It keeps how far the reader got, and loads what checks code only when
 * code is checked.
 */
import type { Language } from '../../src/languages.ts';
import type { TakenFormat } from '../../src/notebook/portable.ts';
import { addAttempts, placeOfCode, type Attempt } from '../../src/progress/progress.ts';
import { load } from '../dom/arrival.ts';
import { CodeField } from './code-field.ts';
import './language-switch.ts';
import { store, warn } from './record.ts';

/** What is written in one language: the code, and what is said of it. */
class Answer {
  readonly #field: CodeField;
  readonly #box: ExerciseBox;
  readonly #part: HTMLElement;

  constructor(part: HTMLElement, box: ExerciseBox) {
    this.#part = part;
    this.#box = box;
    this.#field = new CodeField(part, {
      changed: () => this.#changed(),
      run: () => void this.check(),
      place: part.querySelector('[data-state-text]')!,
    });
    part.addEventListener('click', (event) => this.#press(event));
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

  /** Code is kept by exercise and language, wherever it stands. */
  get #place(): string {
    return placeOfCode(this.#box.name, this.#field.language);
  }

  #say(text: string): void {
    this.#part.querySelector('[data-state-text]')!.textContent = text;
    this.#part.querySelector<HTMLElement>('[data-do=reset]')!.hidden = !this.#field.isChanged;
  }

  /** Takes over what another tab has written since, so that no key here is pressed on what is old. */
  takeOver(): void {
    const code = store.read().cells[this.#place]?.code ?? this.#field.author;
    if (code === this.#field.code) return;
    this.#field.take(code);
    this.#say('As another tab has it');
  }

  #changed(): void {
    const { code, author, isChanged } = this.#field;
    store.update((now) => {
      const { [this.#place]: _, ...cells } = now.cells;
      return { ...now, cells: isChanged ? { ...cells, [this.#place]: { code, from: author } } : cells };
    });
    this.#say('Edited, not checked yet');
    warn(this.#box);
  }

  #press(event: MouseEvent): void {
    const target = event.target as Element;
    const what = target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (what === 'check') void this.check();
    else if (what === 'edit') void this.#field.edit();
    else if (what === 'reset') this.#reset();
    else if (what === 'ipynb' || what === 'py') void this.#take(what);
    else if (what === 'move') this.#move();
    else if (!what && this.#field.asksToEdit(target)) void this.#field.edit(event);
  }

  #reset(): void {
    this.#field.take(this.#field.author);
    this.#changed();
    this.#say('The starter again');
  }

  /** Gives the reader a file with the exercise and this answer. */
  async #take(format: TakenFormat): Promise<void> {
    const said = this.#part.querySelector('[data-state-text]')!;
    const { partsOfExercise, save } = await load('What makes the file', () => import('./take-along.ts'), said);
    const parts = partsOfExercise(this.#box, this.#field.code, location.href.replace(/#.*/, ''));
    save(parts, this.#box.dataset.name!, format);
  }

  /** Takes code to where its language is asked for, unless the reader has written something there already. */
  #move(): void {
    const other = this.#box.answers.find((answer) => answer !== this)!;
    if (!other.#field.isChanged) {
      other.#field.take(this.#field.code);
      other.#changed();
      this.#reset();
    }
    this.#part.querySelector('[data-verdict]')!.replaceChildren();
    this.#part.querySelector<HTMLElement>('.languages [aria-pressed=false]')!.click();
  }

  async check(): Promise<void> {
    const place = this.#part.querySelector('[data-verdict]')!;
    const said = this.#part.querySelector('[data-state-text]')!;
    try {
      const { verdictOn } = await load('What checks the code', () => import('./verdict.ts'), said);
      this.#say('Checking…');
      const { code, language } = this.#field;
      const { passed, line } = await verdictOn(code, language, this.#box.dataset.check!, place, said);
      const verdict = passed ? 'right' : place.querySelector('.open') ? 'open' : 'wrong';
      this.#box.reached(passed ? 'done' : 'tried', verdict, language);
      this.#say('');
      this.#field.mark(line);
    } catch (error) {
      this.#say(`This could not be checked: ${(error as Error).message}`);
    }
  }
}

class ExerciseBox extends HTMLElement {
  /** The code in each language, where the exercise asks for some. */
  answers: Answer[] = [];

  connectedCallback(): void {
    this.#mark();
    this.answers = [...this.querySelectorAll<HTMLElement>('.starter')].map((part) => new Answer(part, this));
    // Another tab has written: what is newer is taken over.
    addEventListener('storage', () => this.#takeOver());
    addEventListener('pageshow', () => this.#takeOver());
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('guess', (event) => this.reached((event as CustomEvent<boolean>).detail ? 'done' : 'tried'));
  }

  /** What it is kept under: its name, or one apart from it on a whiteboard. */
  get name(): string {
    return this.dataset.kept ?? this.dataset.name!;
  }

  /** Writes down how far the reader got, and the attempt; what is done in either language stays done. */
  reached(
    state: 'tried' | 'done',
    verdict: Attempt['verdict'] = state === 'done' ? 'right' : 'wrong',
    language: Language = 'typescript',
  ): void {
    const at = Date.now();
    const hints = this.querySelectorAll('.hint[open]').length;
    const attempt = { exercise: this.name, at, verdict, hints, ...(language !== 'typescript' && { language }) };
    store.update((now) => {
      const attempts = addAttempts(now.attempts, [attempt]);
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
    for (const answer of this.answers) answer.takeOver();
  }

  /** A hand opens an option: that is an answer, unless it only shows the right one. What a browser opens is none. */
  #choose(option: HTMLDetailsElement): void {
    if (!option.open) this.reached(option.matches('.right') ? 'done' : 'tried');
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest('[data-do=match]')) this.#match();
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
}

customElements.define('exercise-box', ExerciseBox);
