/** <cell-tools>: runs all cells of a page, or saves them as one file that runs anywhere. */
import { download } from '../dom/elements.ts';
import { all } from './cells.ts';

class CellTools extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-do=run-all]')!.addEventListener('click', () =>
      this.#do(async () => (await import('./run-all.ts')).runAll(all())),
    );
    this.querySelector('[data-do=download]')!.addEventListener('click', () => this.#do(() => this.#download()));
  }

  /** Does something that loads code first, and says where that fails. */
  #do(what: () => Promise<void>): void {
    const said = this.querySelector('[role=status]')!;
    said.textContent = '';
    what().catch((error: Error) => (said.textContent = `That did not work: ${error.message}`));
  }

  async #download(): Promise<void> {
    const [{ default: pieces }, { fileOf }] = await Promise.all([
      import('virtual:course-functions'),
      import('../../src/notebook/download.ts'),
    ]);
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
