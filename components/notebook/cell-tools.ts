/** <cell-tools>: runs all cells of a page, or saves them as one file that runs anywhere. */
import { load } from '../dom/arrival.ts';
import { all } from './cells.ts';

class CellTools extends HTMLElement {
  /** Has its buttons do something that loads code first, and says where that fails. */
  connectedCallback(): void {
    const said = this.querySelector('[role=status]')!;
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
      if (!what) return;
      said.textContent = '';
      load(what === 'run-all' ? 'What runs the code' : 'What makes the file', () => import('./all-cells.ts'), said)
        .then(({ does }) => does[what as keyof typeof does](all(), said))
        .catch((error: Error) => (said.textContent = `That did not work: ${error.message}`));
    });
  }
}

customElements.define('cell-tools', CellTools);
