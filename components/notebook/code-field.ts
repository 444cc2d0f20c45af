/**
 * The code of a cell or an exercise: shown as it came with the page, put back as the reader left it, and edited in
 * place by an editor that loads when it is first asked for.
 */
import type { Language } from '../../src/languages.ts';
import { load } from '../dom/arrival.ts';
import type { Editor } from './editor.ts';

/** What a code field needs of whoever it belongs to. */
export interface CodeFieldEvents {
  /** Where it says that the editor is on its way. */
  place: Element;
  /** The reader has changed the code. */
  changed(): void;
  /** Mod-Enter was pressed in the editor; Shift-Enter too, unless `runOn` is there. */
  run(): void;
  runOn?(): void;
}

export class CodeField {
  /** The author's code, which the page came with. */
  readonly author: string;
  readonly language: Language;
  #code: string;
  #place: HTMLElement;
  #host: HTMLElement;
  #on: CodeFieldEvents;
  #editor: Editor | undefined;

  /** Takes up the code that stands in an element's `[data-code]`, in the language that the element is marked with. */
  constructor(host: HTMLElement, on: CodeFieldEvents) {
    this.#host = host;
    this.#on = on;
    this.language = (host.dataset.language ?? 'typescript') as Language;
    this.#place = host.querySelector<HTMLElement>('[data-code]')!;
    this.author = this.#code = this.#place.textContent!.replace(/\n$/, '');
    const key = host.querySelector('kbd');
    if (key && /Mac|iP/.test(navigator.platform)) key.textContent = '⌘ Enter';
  }

  get code(): string {
    return this.#code;
  }

  /** Whether the code is another than the author's. */
  get isChanged(): boolean {
    return this.#code !== this.author;
  }

  /** Puts code in the place of what stands there. That is no change by the reader. */
  take(code: string): void {
    this.#code = code;
    if (this.#editor) return this.#editor.replace(code);
    const show = (listing: Element) => this.#place.replaceChildren(listing);
    const plain = document.createElement('pre');
    plain.className = 'listing';
    plain.appendChild(document.createElement('code')).textContent = code;
    show(plain);
    import('./highlight.ts')
      .then(({ listing }) => this.#editor || this.#code !== code || show(listing(document, code, this.language)))
      .catch(() => {}); // It is read without colors, too.
  }

  /** Whether a click asks for the editor: it is on a listing, and selects nothing of it. */
  asksToEdit(target: Element): boolean {
    return !this.#editor && this.#place.contains(target) && getSelection()?.isCollapsed !== false;
  }

  /** Opens the editor, and puts the cursor into it: where a hand has pressed, if one has. */
  async edit(hand?: MouseEvent): Promise<void> {
    const { run, runOn = run, place } = this.#on;
    // What is above may grow while the editor is on its way: what was meant is a place in the code.
    const corner = () => this.#place.getBoundingClientRect();
    const before = corner();
    const get = async () => (await import('./editor.ts')).editorFor(this.language);
    const openEditor = await load('The editor', get, place);
    this.#editor ??= openEditor(this.#place, this.#code, {
      changed: (code) => {
        if (code === this.#code) return;
        this.#code = code;
        this.#on.changed();
      },
      run,
      runOn,
    });
    const { x, y } = corner();
    this.#editor.focus(hand && { x: hand.clientX + x - before.x, y: hand.clientY + y - before.y });
    this.#host.querySelector<HTMLElement>('[data-do=edit]')!.hidden = true;
  }

  /** Marks the line of an error; none takes the mark away. */
  mark(line: number | undefined): void {
    this.#editor?.mark(line);
  }
}
