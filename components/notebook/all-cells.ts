/** What is done with all cells of a page at once. Loaded when it is asked for. */
import { languages } from '../../src/languages.ts';
import type { TakenFormat } from '../../src/notebook/portable.ts';
import { load } from '../dom/arrival.ts';
import { download } from '../dom/save.ts';
import { languageOf } from './cell-state.ts';
import { held, unread, type LiveCell } from './cells.ts';
import { shownLanguage } from './language.ts';

/** Those of a page's cells that it shows: where there is a cell in both languages, the one in the language that the reader chose. */
const shownOf = (cells: readonly LiveCell[]): LiveCell[] =>
  cells.filter(({ dataset: { version } }) => version === undefined || version === shownLanguage());

/** Runs those of a page's cells that it shows: those of one language after those of the other. */
async function run(cells: readonly LiveCell[]): Promise<void> {
  for (const language of languages) await runOf(shownOf(cells).filter((cell) => languageOf(cell) === language));
}

/** Runs cells down to one that holds a stranger's code: that one runs only when it is asked for itself. */
async function runOf(cells: readonly LiveCell[]): Promise<void> {
  const stranger = cells.findIndex((cell) => cell.sent);
  if (stranger < 0) return cells.at(-1)?.run();
  for (const cell of cells.slice(stranger + 1)) cell.say('stale', held);
  cells[stranger]!.say('edited', `${unread}: “Run all cells” ends above it`);
  cells[stranger]!.scrollIntoView({ block: 'nearest' });
  await cells[stranger - 1]?.run();
}

/** What a file of the page's cells is called. */
const nameOfPage = (): string => location.pathname.split('/').filter(Boolean).at(-1) ?? 'cells';

/** Gives the cells in TypeScript as one file that runs anywhere; `place` says how it stands with what makes the file. */
async function save(cells: readonly LiveCell[], place: Element): Promise<void> {
  const [{ default: pieces }, { fileOf }] = await load(
    'What makes the file',
    () => Promise.all([import('virtual:course-functions'), import('../../src/notebook/download.ts')]),
    place,
  );
  const file = fileOf(
    cells.filter((cell) => languageOf(cell) === 'typescript').map(({ code }) => code),
    pieces,
    location.href.replace(/#.*/, ''),
  );
  download(new Blob([file], { type: 'text/plain' }), `${nameOfPage()}.ts`);
}

/** Gives the cells in Python as one file. */
async function take(cells: readonly LiveCell[], format: TakenFormat, place: Element): Promise<void> {
  const { partsOfCells, save } = await load('What makes the file', () => import('./take-along.ts'), place);
  const parts = cells.filter((cell) => languageOf(cell) === 'python').map((cell) => ({ place: cell, code: cell.code }));
  const { title } = document.querySelector<HTMLElement>('main')!.dataset;
  save(partsOfCells(parts, title!, location.href.replace(/#.*/, '')), nameOfPage(), format);
}

/** What the buttons do. */
export const does = {
  'run-all': run,
  download: save,
  ipynb: (cells: readonly LiveCell[], place: Element) => take(cells, 'ipynb', place),
  py: (cells: readonly LiveCell[], place: Element) => take(cells, 'py', place),
};
