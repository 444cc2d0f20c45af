/** Runs all cells of a page. Loaded when that is asked for. */
import { held, unread, type LiveCell } from './cells.ts';

/** Runs cells down to one that holds a stranger's code: that one runs only when it is asked for itself. */
export async function runAll(cells: readonly LiveCell[]): Promise<void> {
  const stranger = cells.findIndex((cell) => cell.sent);
  if (stranger < 0) return cells.at(-1)?.run();
  for (const cell of cells.slice(stranger + 1)) cell.say('stale', held);
  cells[stranger]!.say('edited', `${unread}: “Run all cells” ends above it`);
  cells[stranger]!.scrollIntoView({ block: 'nearest' });
  await cells[stranger - 1]?.run();
}
