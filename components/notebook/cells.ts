/**
 * <live-cell>: the cells of a page. What a reader wrote before, or what came by address, is put back at once; the
 * editor loads when a cell is edited, and what runs code when one is run.
 */
import { decodeValue, encodeValue, parseAddress, printAddress } from '../widget/address.ts';
import { load } from '../dom/arrival.ts';
import { content } from '../dom/elements.ts';
import { store, warn } from './record.ts';
import type { Editor } from './editor.ts';
import type { Edit, Progress } from '../../src/progress/progress.ts';
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
  #editor: Editor | undefined;
  /** What was printed when the page was built. */
  #built: Node[] = [];
  /** Whether this is a stranger's code, which came with the address: it runs only when the reader asks for this very cell. */
  sent = false;
  /** The reader's own code, where a stranger's took its place. */
  #own: string | undefined;

  connectedCallback(): void {
    this.#author = this.#code = this.querySelector('[data-code]')!.textContent!.replace(/\n$/, '');
    this.#built = [...this.querySelector('[data-output]')!.childNodes];
    const { cells } = store.read();
    const kept = this.keptIn(cells);
    this.#own = kept?.own;
    if (kept && kept.code !== this.#author) {
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
      ?.find(([name]) => this.#isCalled(name));
    if (sent) {
      try {
        const code = decodeValue(sent[1]);
        if (code !== this.#code) {
          this.sent = true;
          this.#own ??= kept?.code;
          this.#show(code);
          this.say('edited', 'This code came with the address. Read it before you run it');
        }
      } catch {
        this.say('fresh', 'The code in this address could not be read');
      }
    }
    // What was printed at build is not what the cells above would make of it now.
    const above = all().slice(0, all().indexOf(this));
    if (this.dataset.state === 'fresh' && above.some((cell) => cell.#code !== cell.#author)) this.say('stale');
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      const button = target.closest<HTMLButtonElement>('[data-do]');
      if (button) this.#do(button.dataset.do!);
      else if (target.closest('[data-code]') && getSelection()?.isCollapsed !== false) this.#do('edit');
    });
  }

  /** Where this cell is kept: its page and name. */
  get place(): string {
    return `${location.pathname}#${this.id}`;
  }

  /** Where it was kept while cells were known by their place on the page. */
  get #formerPlace(): string {
    return `${location.pathname}#cell-${this.dataset.was}`;
  }

  /** What a record holds of it. */
  keptIn(cells: Progress['cells']): Edit | undefined {
    return cells[this.place] ?? cells[this.#formerPlace];
  }

  /** What the address calls it. */
  get name(): string {
    return this.id.replace('cell-', '');
  }

  /** Whether an address means this cell: by its name, or by the place that it had before it had one. */
  #isCalled(name: string): boolean {
    return name === this.name || name === this.dataset.was;
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
    this.querySelector<HTMLElement>('[data-do=own]')!.hidden = this.#own === undefined;
  }

  /** Shows a result under the code. */
  async print(result: CellResult): Promise<void> {
    const { paintOutput } = await this.#load('What shows the result', () => import('./output.ts'));
    const draw =
      result.value.kind === 'figure'
        ? (await this.#load('What draws the figure', () => import('./figure.ts'))).drawFigure
        : undefined;
    paintOutput(this.querySelector('[data-output]')!, result, draw);
    this.say(result.failure ? 'failed' : 'done');
    this.#editor?.mark(result.failure?.line);
  }

  #load<T>(what: string, get: () => Promise<T>): Promise<T> {
    return load(what, get, this.querySelector('.state')!);
  }

  /** Takes up new code: kept on this machine before anything else happens. */
  changed(code: string): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#keep();
    warn(this);
    const cells = all();
    const at = cells.indexOf(this);
    let author = cells.slice(0, at).every((cell) => cell.#code === cell.#author);
    for (const cell of cells.slice(at)) {
      author &&= cell.#code === cell.#author;
      if (author) cell.#asBuilt();
      else if (cell !== this) cell.say('stale');
      else cell.say('edited');
    }
  }

  /** Keeps the code on this machine; the address does not carry it any more. */
  #keep(): void {
    const [code, from, own] = [this.#code, this.#author, this.#own];
    store.update((now) => {
      const { [this.place]: _, [this.#formerPlace]: __, ...cells } = now.cells;
      const edit = { code, from, ...(own !== undefined && { own }) };
      return { ...now, cells: code === from && own === undefined ? cells : { ...cells, [this.place]: edit } };
    });
    const address = parseAddress(location.hash);
    const sent = address.states.get('cells') ?? [];
    const others = sent.filter(([name]) => !this.#isCalled(name));
    if (others.length === sent.length) return;
    if (others.length > 0) address.states.set('cells', others);
    else address.states.delete('cells');
    history.replaceState(history.state, '', `#${printAddress(address)}`);
  }

  /** Shows what was printed when the page was built, where this cell and those above it are as they were then. */
  #asBuilt(): void {
    this.querySelector('[data-output]')!.replaceChildren(...this.#built);
    this.say('fresh');
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
    if (what === 'reset') this.#replace(this.#author);
    if (what === 'own') {
      const own = this.#own!;
      this.#own = undefined;
      this.#replace(own);
    }
    if (what === 'share') void this.share();
  }

  async run(): Promise<void> {
    const stranger = all()
      .slice(0, all().indexOf(this))
      .find((cell) => cell.sent);
    if (stranger) {
      this.say('stale', 'A cell above holds code that came with the address: run or reset that one first');
      return stranger.scrollIntoView({ block: 'nearest' });
    }
    this.sent = false;
    try {
      const { runThrough } = await this.#load('What runs the code', () => import('./run.ts'));
      this.say('running');
      await runThrough(all(), this);
    } catch (error) {
      this.say('failed', `This could not be run: ${(error as Error).message}`);
    }
  }

  async edit(): Promise<void> {
    const { openEditor } = await this.#load('The editor', () => import('./editor.ts'));
    this.#editor ??= openEditor(this.querySelector<HTMLElement>('[data-code]')!, this.#code, {
      changed: (code) => this.changed(code),
      run: () => void this.run(),
      runOn: () => {
        void this.run();
        const next = all()[all().indexOf(this) + 1];
        if (next) void next.edit();
      },
    });
    this.#editor.focus();
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do=edit]')) button.hidden = true;
  }

  /** Puts other code in the place of this cell's. */
  #replace(code: string): void {
    this.sent = false;
    this.changed(code);
    this.#keep();
    if (this.#editor) this.#editor.replace(code);
    else this.#show(code);
  }

  /** Takes over what another tab has written since, so that no key here is pressed on what is old. */
  takeOver(kept: Edit | undefined): void {
    const code = kept?.code ?? this.#author;
    if (this.sent || code === this.#code) return;
    this.#own = kept?.own;
    void this.#replace(code);
  }

  async share(): Promise<void> {
    const address = new URL(location.href);
    address.hash = `${this.id}&cells.${this.name}=${encodeValue(this.#code)}`;
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

addEventListener('storage', () => {
  const { cells } = store.read();
  for (const cell of all()) cell.takeOver(cell.keptIn(cells));
});

customElements.define('live-cell', LiveCell);
