/** <cell-tools>: runs all cells of a page, or saves them as one file that runs anywhere. */
import { load } from '../dom/arrival.ts';
import { download } from '../dom/elements.ts';
import { all } from './cells.ts';

class CellTools extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-do=run-all]')!.addEventListener('click', () => this.#do(() => this.#runAll()));
    this.querySelector('[data-do=download]')!.addEventListener('click', () => this.#do(() => this.#download()));
  }

  /** Does something that loads code first, and says where that fails. */
  #do(what: () => Promise<void>): void {
    const said = this.querySelector('[role=status]')!;
    said.textContent = '';
    what().catch((error: Error) => (said.textContent = `That did not work: ${error.message}`));
  }

  async #runAll(): Promise<void> {
    const get = () => import('./run-all.ts');
    const { runAll } = await load('What runs the code', get, this.querySelector('[role=status]')!);
    await runAll(all());
  }

  async #download(): Promise<void> {
    const [{ default: pieces }, { fileOf }] = await load(
      'What makes the file',
      () => Promise.all([import('virtual:course-functions'), import('../../src/notebook/download.ts')]),
      this.querySelector('[role=status]')!,
    );
    const file = fileOf(
      all().map(({ code }) => code),
      pieces,
      location.href.replace(/#.*/, ''),
    );
    const page = location.pathname.split('/').filter(Boolean).at(-1) ?? 'cells';
    download(new Blob([file], { type: 'text/plain' }), `${page}.ts`);
  }
}

customElements.define('cell-tools', CellTools);
