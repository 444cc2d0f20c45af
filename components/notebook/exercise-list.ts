/** <exercise-list> and <progress-keeper>: what is done, filters, and the reader's record as a file. */
import { fieldsIn, merge, nothing, parseProgress } from '../../src/progress/progress.ts';
import { download } from '../dom/elements.ts';
import { listed, plural } from '../widget/words.ts';
import { store } from './record.ts';

class ExerciseList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', () => this.show());
    addEventListener('storage', () => this.show());
    addEventListener('progress', () => this.show());
    this.show();
  }

  show(): void {
    const { exercises } = store.read();
    const asked = new FormData(this.querySelector('form')!);
    let shown = 0;
    for (const item of this.querySelectorAll<HTMLElement>('[data-name]')) {
      const state = exercises[item.dataset.name!]?.state ?? 'new';
      const place = item.querySelector<HTMLElement>('[data-state]')!;
      place.textContent = { new: '', tried: 'tried', done: '✓ done' }[state];
      place.dataset.state = state;
      const fits = (name: string, value: string) => !asked.get(name) || asked.get(name) === value;
      item.hidden = !(
        fits('kind', item.dataset.kind!) &&
        fits('difficulty', item.dataset.difficulty!) &&
        fits('state', state)
      );
      if (!item.hidden) shown++;
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-name]:not([hidden])');
    const done = [...this.querySelectorAll('[data-state=done]')].length;
    const count = `${shown} exercise${shown === 1 ? '' : 's'}${done > 0 ? `, ${done} done in all` : ''}`;
    this.querySelector('[data-count]')!.textContent = [shown === 0 ? 'No exercise fits' : count, store.problem()]
      .filter(Boolean)
      .join('. ');
  }
}

class ProgressKeeper extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-do=export]')!.addEventListener('click', () => this.#export());
    this.querySelector('[data-do=delete]')!.addEventListener('click', () => this.#delete());
    const input = this.querySelector('input')!;
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void this.#import(file);
      input.value = '';
    });
  }

  #say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text;
    dispatchEvent(new Event('progress'));
  }

  #export(): void {
    const name = 'from-logits-to-probabilities.json';
    download(new Blob([JSON.stringify(store.read(), null, 2)], { type: 'application/json' }), name);
    this.#say(`Saved as ${name}.`);
  }

  async #import(file: File): Promise<void> {
    try {
      if (file.size > 5_000_000) throw new RangeError(`the file has ${file.size} bytes; expected at most 5,000,000`);
      const { progress: theirs, lost } = parseProgress(await file.text());
      store.update((ours) => merge(ours, theirs));
      this.#say(
        store.problem() ??
          `Brought in: ${listed([
            plural(Object.keys(theirs.exercises).length, 'exercise'),
            plural(Object.keys(theirs.cells).length, 'piece of code', 'pieces of code'),
            plural(Object.keys(theirs.cards.reviews).length, 'interview card'),
          ])}.${lost.length > 0 ? ` Left out, because it is not right: ${fieldsIn(lost)}.` : ''}`,
      );
    } catch (error) {
      this.#say(`Nothing was changed: ${(error as Error).message}.`);
    }
  }

  #delete(): void {
    if (!confirm('Delete all progress and all code that is kept on this machine? This cannot be undone.')) return;
    store.update(nothing);
    this.#say('Deleted.');
  }
}

customElements.define('exercise-list', ExerciseList);
customElements.define('progress-keeper', ProgressKeeper);
