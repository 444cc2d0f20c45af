/**
 * <live-cell>: the cells of a page. What a reader wrote before, or what came by address, is put back at once; the
 * editor loads when a cell is edited, and what runs code when one is run.
 */
import { decode, encode, parseAddress } from '../address.ts';
import { content } from '../html.ts';
import { store } from './kept.ts';
import type { Editor } from './editor.ts';
import type { CellResult } from '../../src/notebook/protocol.ts';

type State = 'fresh' | 'edited' | 'stale' | 'running' | 'done' | 'failed';

const words: Record<State, string> = {
  fresh: '',
  edited: 'Edited, not run yet',
  stale: 'A cell above has changed: run again',
  running: 'Running…',
  done: 'Run here',
  failed: 'Failed',
};

export class LiveCell extends HTMLElement {
  #author = '';
  #code = '';
  #editor: Promise<Editor> | undefined;

  connectedCallback(): void {
    this.#author = this.#code = this.querySelector('[data-code]')!.textContent!.replace(/\n$/, '');
    const kept = store.read().cells[this.place];
    if (kept) {
      this.#show(kept.code);
      this.say(
        'edited',
        kept.from === this.#author
          ? 'Your version, kept on this machine'
          : 'Your version; the author has changed this cell since',
      );
    }
    const sent = parseAddress(location.hash)
      .states.get('cells')
      ?.find(([name]) => name === this.id.replace('cell-', ''));
    if (sent) {
      try {
        this.#show(decode(sent[1]));
        this.say('edited', 'This code came with the address. Read it before you run it');
      } catch {
        this.say('fresh', 'The code in this address could not be read');
      }
    }
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      const button = target.closest<HTMLButtonElement>('[data-do]');
      if (button) this.#do(button.dataset.do!);
      else if (target.closest('[data-code]') && getSelection()?.isCollapsed !== false) this.#do('edit');
    });
  }

  /** Where this cell is kept: its page and place. */
  get place(): string {
    return `${location.pathname}#${this.id}`;
  }

  get code(): string {
    return this.#code;
  }

  /** Shows what state the cell is in, in words too. */
  say(state: State, note = words[state]): void {
    this.dataset.state = state;
    content(this.querySelector('.state')!, note);
    const changed = this.#code !== this.#author;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do=reset], [data-do=share]'))
      button.hidden = !changed;
  }

  /** Shows a result under the code. */
  async print(result: CellResult): Promise<void> {
    const { paintOutput } = await import('./output.ts');
    const draw = result.value.kind === 'figure' ? (await import('./figure.ts')).drawFigure : undefined;
    paintOutput(this.querySelector('[data-output]')!, result, draw);
    this.say(result.failure ? 'failed' : 'done');
    const editor = await this.#editor;
    editor?.mark(result.failure?.line);
  }

  /** Takes up new code: kept on this machine before anything else happens. */
  changed(code: string): void {
    if (code === this.#code) return;
    this.#code = code;
    store.update((now) => {
      const { [this.place]: _, ...cells } = now.cells;
      return {
        ...now,
        cells: code === this.#author ? cells : { ...cells, [this.place]: { code, from: this.#author } },
      };
    });
    this.say('edited', store.problem() ?? (code === this.#author ? '' : words.edited));
    for (const cell of all().slice(all().indexOf(this) + 1))
      if (cell.dataset.state !== 'fresh' || cell.code !== cell.#author) cell.say('stale');
  }

  #show(code: string): void {
    this.#code = code;
    const place = this.querySelector('[data-code]')!;
    const pre = document.createElement('pre');
    pre.append(document.createElement('code'));
    pre.firstElementChild!.textContent = code;
    place.replaceChildren(pre);
  }

  #do(what: string): void {
    if (what === 'run') void this.run();
    if (what === 'edit') void this.edit();
    if (what === 'reset') void this.reset();
    if (what === 'share') void this.share();
  }

  async run(): Promise<void> {
    this.say('running');
    try {
      const { runThrough } = await import('./run.ts');
      await runThrough(all(), this);
    } catch (error) {
      this.say('failed', `This could not be run: ${(error as Error).message}`);
    }
  }

  async edit(): Promise<void> {
    this.#editor ??= import('./editor.ts').then(({ openEditor }) =>
      openEditor(this.querySelector<HTMLElement>('[data-code]')!, this.#code, {
        changed: (code) => this.changed(code),
        run: () => void this.run(),
        runOn: () => {
          void this.run();
          const next = all()[all().indexOf(this) + 1];
          if (next) void next.edit();
        },
      }),
    );
    try {
      (await this.#editor).focus();
      for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do=edit]')) button.hidden = true;
    } catch {
      this.#editor = undefined;
      this.say('failed', 'The editor could not be loaded. Check the connection and try again');
    }
  }

  async reset(): Promise<void> {
    const editor = await this.#editor;
    if (editor) editor.replace(this.#author);
    else this.#show(this.#author);
    this.changed(this.#author);
    this.say('fresh', 'The author’s version again');
  }

  async share(): Promise<void> {
    const address = new URL(location.href);
    address.hash = `${this.id}&cells.${this.id.replace('cell-', '')}=${encode(this.#code)}`;
    const copied = await navigator.clipboard.writeText(address.href).then(
      () => true,
      () => false,
    );
    if (!copied) history.replaceState(history.state, '', address.hash);
    this.say(
      this.dataset.state as State,
      copied ? 'Address copied: it carries this code' : 'Copy it from the address bar: it carries this code',
    );
  }
}

/** The cells of the page, from top to bottom. */
export const all = (): LiveCell[] => [...document.querySelectorAll<LiveCell>('live-cell')];

customElements.define('live-cell', LiveCell);
