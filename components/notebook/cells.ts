/**
 * <live-cell>: the cells of a page. What a reader wrote before, or what came by address, is put back at once; the
 * editor loads when a cell is edited, and what runs code when one is run.
 */
import { decodeValue, encodeValue, parseAddress, printAddress } from '../widget/address.ts';
import { load } from '../dom/arrival.ts';
import { content } from '../dom/nodes.ts';
import { CodeField } from './code-field.ts';
import { inWords, type Runnable, type State } from './cell-state.ts';
import './language-switch.ts';
import { store, warn } from './record.ts';
import type { Edit, Progress } from '../../src/progress/progress.ts';

/** Said of code that the reader left, or that came with an address. */
const newer = 'Your version; the author has changed this cell since';
const going = 'Code that came with an address, as you left it. Read it before you run it';
export const held = 'A cell above holds code that came with the address: run or reset that one first';
export const unread = 'This code came with the address. Read it before you run it';

export class LiveCell extends HTMLElement implements Runnable {
  #field!: CodeField;
  /** What was printed when the page was built. */
  #built: Node[] = [];
  /** Whether this is a stranger's code, which came with the address: it runs only when the reader asks for this very cell. */
  sent = false;
  /** The reader's own code, where a stranger's took its place. */
  #own: string | undefined;

  connectedCallback(): void {
    this.#field = new CodeField(this, {
      changed: () => this.#changed(),
      run: () => void this.run(),
      runOn: () => {
        void this.run();
        const cells = this.#fellows;
        void cells[cells.indexOf(this) + 1]?.edit();
      },
      place: this.querySelector('.state')!,
    });
    this.#built = [...this.querySelector('[data-output]')!.childNodes];
    const { cells } = store.read();
    const kept = this.keptIn(cells);
    this.#own = kept?.own;
    this.sent = kept?.sent === true;
    if (kept && kept.code !== this.#field.author) {
      this.#field.take(kept.code);
      const yours = kept.from === this.#field.author ? 'Your version, kept on this machine' : newer;
      this.say('edited', this.sent ? going : yours);
    }
    this.#takeSent();
    addEventListener('hashchange', this.#moved);
    // What was printed at build is not what the cells above would make of it now.
    const above = this.#fellows.slice(0, this.#fellows.indexOf(this));
    if (this.state === 'fresh' && above.some((cell) => cell.#field.isChanged)) this.say('stale');
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      const button = target.closest<HTMLButtonElement>('[data-do]');
      if (button) this.#do(button.dataset.do!);
      else if (this.#field.asksToEdit(target)) void this.edit(event);
    });
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#moved);
  }

  /** Takes up the code that the address carries for this cell, as a stranger's; what the reader wrote is set aside. */
  #takeSent(): boolean {
    // What was wrong with an earlier address is not wrong with this one.
    if (this.#refused) this.say(this.state);
    this.#refused = false;
    const sent = parseAddress(location.hash)
      .states.get('cells')
      ?.find(([name]) => this.#isCalled(name));
    if (!sent) return false;
    const stay = (why: string) => {
      this.say(this.state, why);
      this.#refused = true;
      return false;
    };
    let code: string;
    try {
      code = decodeValue(sent[1]);
    } catch {
      return stay('The code in this address could not be read');
    }
    if (code === this.code) return false;
    if (this.#field.isChanged && !this.#asSent) {
      // What was set aside and what the reader made since are both the reader's, and there is room for one.
      if (this.#own !== undefined && this.#own !== this.code)
        return stay('The address carries other code for this cell. Yours stays: reset it to take that up');
      this.#own = this.code;
    }
    this.sent = this.#asSent = true;
    this.#field.take(code);
    this.say('edited', unread);
    return true;
  }

  /** Takes up what another address carries in the page as it stands. */
  #moved = (): void => {
    if (!this.#takeSent()) return;
    this.#outdated();
    this.say('edited', unread);
  };

  /** Whether the code is as it came by address. */
  #asSent = false;
  /** Whether the cell says that the address's code could not be taken up. */
  #refused = false;

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
    return this.#field.code;
  }

  /** The cells of its language, which see each other, itself among them. */
  get #fellows(): LiveCell[] {
    return all().filter(({ dataset: { language } }) => language === this.dataset.language);
  }

  get state(): State {
    return this.dataset.state as State;
  }

  say(state: State, note = inWords[state]): void {
    this.dataset.state = state;
    content(this.querySelector('.state')!, note);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do=reset], [data-do=share]'))
      button.hidden = !this.#field.isChanged;
    this.querySelector<HTMLElement>('[data-do=own]')!.hidden = this.#own === undefined;
  }

  mark(line: number | undefined): void {
    this.#field.mark(line);
  }

  /** Takes up what the reader has changed: kept on this machine before anything else happens. */
  #changed(): void {
    this.#asSent = false;
    if (!this.#field.isChanged) this.sent = false;
    this.#keep();
    warn(this);
    this.#outdated();
  }

  /** Says of this cell and those below what their output is worth now. */
  #outdated(): void {
    const cells = this.#fellows;
    const at = cells.indexOf(this);
    let author = cells.slice(0, at).every((cell) => !cell.#field.isChanged);
    for (const cell of cells.slice(at)) {
      author &&= !cell.#field.isChanged;
      if (author) cell.#asBuilt();
      else if (cell !== this) cell.say('stale');
      else cell.say('edited');
    }
  }

  /** Keeps the code on this machine; the address does not carry it any more. */
  #keep(): void {
    const [code, from, own] = [this.code, this.#field.author, this.#own];
    store.update((now) => {
      const { [this.place]: _, [this.#formerPlace]: __, ...cells } = now.cells;
      const edit = { code, from, ...(own !== undefined && { own }), ...(this.sent && { sent: true as const }) };
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

  #do(what: string): void {
    if (what === 'run') void this.run();
    if (what === 'edit') void this.edit();
    if (what === 'reset') this.#replace(this.#field.author);
    if (what === 'own') {
      const own = this.#own!;
      this.#own = undefined;
      this.#replace(own);
    }
    if (what === 'share') void this.share();
  }

  async run(): Promise<void> {
    const cells = this.#fellows;
    const stranger = cells.slice(0, cells.indexOf(this)).find((cell) => cell.sent);
    if (stranger) {
      this.say('stale', held);
      return stranger.scrollIntoView({ block: 'nearest' });
    }
    if (this.sent) {
      this.sent = false;
      if (this.keptIn(store.read().cells)?.sent) this.#keep();
    }
    try {
      const get = () => import('./run.ts');
      const { runThrough } = await load('What runs the code', get, this.querySelector('.state')!);
      this.say('running');
      await runThrough(cells, this);
    } catch (error) {
      this.say('failed', `This could not be run: ${(error as Error).message}`);
    }
  }

  edit(hand?: MouseEvent): Promise<void> {
    return this.#field.edit(hand);
  }

  /** Puts other code in the place of this cell's. */
  #replace(code: string): void {
    this.sent = false;
    this.#field.take(code);
    this.#changed();
  }

  /** Takes over what another tab has written since, so that no key here is pressed on what is old. */
  takeOver(kept: Edit | undefined): void {
    const code = kept?.code ?? this.#field.author;
    if (this.#asSent || code === this.code) return;
    this.#own = kept?.own;
    this.sent = kept?.sent === true;
    this.#field.take(code);
    this.#outdated();
  }

  async share(): Promise<void> {
    const address = new URL(location.href);
    address.hash = `${this.id}&cells.${this.name}=${encodeValue(this.code)}`;
    const copied = await navigator.clipboard.writeText(address.href).then(
      () => true,
      () => false,
    );
    if (!copied) history.replaceState(history.state, '', address.hash);
    this.say(
      this.state,
      copied ? 'Address copied: it carries this code' : 'Copy it from the address bar: it carries this code',
    );
  }
}

/** The cells of the page, from top to bottom, in every language. */
export const all = (): LiveCell[] => [...document.querySelectorAll<LiveCell>('live-cell')];

addEventListener('storage', () => {
  const { cells } = store.read();
  for (const cell of all()) cell.takeOver(cell.keptIn(cells));
});

customElements.define('live-cell', LiveCell);
