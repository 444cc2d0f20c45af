/**
 * Answers an address that names what this page does not have (any more): a figure, a cell, a place to go to. Loaded
 * where it may have to be said; what the address says of what is here stands nevertheless.
 */
import { didYouMean, noSuch } from '../../src/names.ts';
import { h } from '../dom/elements.ts';
import { decodeValue, parseAddress } from '../widget/address.ts';
import { quote } from '../widget/numbers.ts';

/** How many clauses a reader is told. */
const most = 3;

/** What is missing of what an address names, a clause each. */
function missingIn(fragment: string): string[] {
  const { anchor, states } = parseAddress(fragment);
  const ids = (selector: string) => [...document.querySelectorAll(selector)].map(({ id }) => id);
  const lives = ids('live-widget[id]');
  const cells = [...document.querySelectorAll<HTMLElement>('live-cell')];
  const names = cells.map(({ id }) => id.replace('cell-', ''));
  // Before cells had names, addresses counted them.
  const known = new Set([...names, ...cells.map(({ dataset }) => dataset.was)]);

  const unknown = [...states].flatMap(([id, printed]): [what: string, name: string, known: string[]][] => {
    if (id !== 'cells') return lives.includes(id) ? [] : [['figure', id, lives]];
    return printed.filter(([name]) => !known.has(name)).map(([name]) => ['cell', name, names]);
  });
  // An address may be written by anyone, with a hundred thousand of them.
  const refused = unknown
    .slice(0, most)
    .map(([what, name, known]) => noSuch(`${what} on this page`, quote(name), known));
  const isTold = [...states.keys()].includes(anchor);
  if (anchor === '' || isTold || document.getElementById(anchor) || document.getElementById(named(anchor)))
    return refused;
  const alike = didYouMean(named(anchor), ids('main [id]:not(main [data-figure] *)'));
  return [`no such place on this page: ${quote(named(anchor))}${alike}`, ...refused];
}

/** What an anchor names; the browser decodes it too, where it can. */
function named(anchor: string): string {
  try {
    return decodeValue(anchor);
  } catch {
    return anchor;
  }
}

const notice = h(document, 'p', { class: 'notice', 'data-missing': true, role: 'status' });

/** Says it where the address leads: at what it goes to, or at the top of the page. */
function tell(): void {
  notice.remove();
  const told = missingIn(location.hash);
  if (told.length === 0) return;
  const at = document.getElementById(named(parseAddress(location.hash).anchor));
  const place = at?.querySelector('[data-figure]') ?? at?.closest('live-cell') ?? at ?? document.querySelector('main')!;
  if (/^h\d$/.test(place.localName)) place.after(notice);
  else place.prepend(notice);
  // A screen reader hears of what changes in a place that is there already.
  requestAnimationFrame(() => (notice.textContent = `Part of this address leads nowhere: ${told.join('; and ')}`));
}

addEventListener('hashchange', tell);
tell();
