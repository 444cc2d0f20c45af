/** What is done with all cells of a page at once. Loaded when it is asked for. */
import { languages } from '../../src/languages.ts';
import { load } from '../dom/arrival.ts';
import { download } from '../dom/save.ts';
import { languageOf } from './cell-state.ts';
import { held, unread, type LiveCell } from './cells.ts';
import { shownLanguage } from './language.ts';

/** Those of a page's cells that it shows: where there is a cell in both languages, the one in the language that the reader chose. */
const shownOf = (cells: readonly LiveCell[]): LiveCell[] =>
  cells.filter(({ dataset: { version } }) => version === undefined || version === shownLanguage());

/** Runs those of a page's cells that it shows: those of one language after those of the other. */
export async function run(cells: readonly LiveCell[]): Promise<void> {
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

/** Gives the cells in TypeScript as one file that runs anywhere; `place` says how it stands with what makes the file. */
export async function save(cells: readonly LiveCell[], place: Element): Promise<void> {
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
  const page = location.pathname.split('/').filter(Boolean).at(-1) ?? 'cells';
  download(new Blob([file], { type: 'text/plain' }), `${page}.ts`);
}
