/** <cell-tools>: runs all cells of a page, or saves them as one file that runs anywhere. */
import { load } from '../dom/arrival.ts';
import { all } from './cells.ts';

class CellTools extends HTMLElement {
  connectedCallback(): void {
    this.#on('run-all', 'What runs the code', 'run');
    this.#on('download', 'What makes the file', 'save');
  }

  /** Has a button do something that loads code first, and says where that fails. */
  #on(button: string, what: string, does: 'run' | 'save'): void {
    const said = this.querySelector('[role=status]')!;
    this.querySelector(`[data-do=${button}]`)!.addEventListener('click', () => {
      said.textContent = '';
      load(what, () => import('./all-cells.ts'), said)
        .then((cells) => cells[does](all(), said))
        .catch((error: Error) => (said.textContent = `That did not work: ${error.message}`));
    });
  }
}

customElements.define('cell-tools', CellTools);
