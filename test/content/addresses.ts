/** The addresses that a built site gives out: what a reader may have kept, sent to somebody or put on another page. */
import { encodeValue, parseAddress, printAddress } from '../../components/widget/address.ts';
import { widgetNamed } from '../../components/render/prerender.ts';
import type { AnyWidget, Kind, Params, Row } from '../../components/widget/contract.ts';
import { printParams, readParams, settle, startOf } from '../../components/widget/state.ts';
import { once } from '../../components/dom/elements.ts';
import { livesOf, type BuiltPage, type BuiltSite } from './site.ts';

/** A name that shows whether what has a meaning in an address is kept apart from what has none. */
const awkward = 'a: b, 50 % & c';

/** Values of a parameter that together show how it is written: both ends, every choice, a row with a name of its own. */
function valuesOf(kind: Kind<unknown>, author: Record<string, unknown>, name: string): unknown[] {
  const renamed = kind.kind === 'rows' ? [(author[name] as Row[]).with(0, { label: awkward, value: 0 })] : [];
  return [kind.range.min, kind.range.max, ...(kind.offers?.(author) ?? []), ...renamed];
}

/** The states that a Live can be shared in, a parameter at a time, as the address carries them. */
export function sharedStates(w: AnyWidget, given: string): [string, string][][] {
  const author = startOf(w, given);
  const states = Object.entries(w.params as Params).flatMap(([name, kind]) =>
    valuesOf(kind, author, name).map((value) => printParams(w, settle(w, { ...author, [name]: value }), author)),
  );
  const printed = new Map(states.filter((state) => state.length > 0).map((state) => [JSON.stringify(state), state]));
  return [...printed.values()];
}

/** What on a page can be linked to: sections, figures, exercises, cells, cards. */
const places = ':is(h2, h3, section, article, live-widget, exercise-box, live-cell)[id]';

/** Every address of a page that is given out, inside the site. */
function* addressesOf(page: BuiltPage): Generator<string> {
  yield page.path;
  for (const { id } of page.document.querySelectorAll(places)) yield `${page.path}#${id}`;
  for (const { id, widget, given } of livesOf(page)) {
    // A page with one figure and nothing else is shared without an anchor.
    const anchor = page.path.startsWith('embed/') ? '' : id;
    for (const state of sharedStates(widgetNamed(widget), given))
      yield `${page.path}#${printAddress({ anchor, states: new Map([[id, state]]) })}`;
  }
  for (const { id } of page.document.querySelectorAll('live-cell[data-state]'))
    yield `${page.path}#${id}&cells.${id.replace('cell-', '')}=${encodeValue('1 + 1 // & # 100 %')}`;
}

/** Every address that a site gives out: its pages with all that can be linked to on them, and its other files. */
export const addresses = (site: BuiltSite): string[] => [
  ...site.pages.filter(({ path }) => path !== '404.html').flatMap((page) => [...addressesOf(page)]),
  ...[...site.files].filter((file) => !/^_astro\/|\.html$/.test(file)),
];

/** What an address may mean on a page. */
const meanings = once((root) => ({
  lives: new Map(livesOf({ document: root.ownerDocument }).map((live) => [live.id, live])),
  cells: new Set(
    [...root.querySelectorAll('live-cell')].flatMap((cell) => [
      cell.id.replace('cell-', ''),
      // Before cells had names, addresses counted them.
      cell.getAttribute('data-was') ?? [],
    ]),
  ),
  ids: new Set([...root.querySelectorAll('[id]')].map(({ id }) => id)),
}));

/** The address that another is sent on to, where what it names stands elsewhere now: see src/layouts/Moved.astro. */
function movedTo({ document }: BuiltPage, fragment: string): string | undefined {
  const parts = fragment.split('&');
  const id = parts[0]!.split('.')[0]!;
  const moved = [...document.querySelectorAll('[data-moved]')].find((one) =>
    one.getAttribute('data-moved')!.split(' ').includes(id),
  );
  if (!moved) return undefined;
  const name = moved.getAttribute('data-as') ?? id;
  const named = parts.map((part) => (part.split('.')[0] === id ? name + part.slice(id.length) : part));
  return `${moved.getAttribute('data-to')!.slice(1)}#${named.join('&')}`;
}

/** What is wrong with an address: what of it leads nowhere, or means something else than it says. */
export function faults(site: BuiltSite, address: string): string[] {
  const [path, fragment = ''] = address.split(/#(.*)/);
  const page = site.pages.find((one) => one.path === path);
  if (!page) return site.files.has(path!) ? [] : ['no such page'];
  const moved = movedTo(page, fragment);
  if (moved !== undefined) return faults(site, moved);
  const { anchor, states } = parseAddress(fragment);
  const { lives, cells, ids } = meanings(page.document.documentElement);
  const wrong = [...states].flatMap(([id, printed]) => {
    if (id === 'cells') return printed.flatMap(([name]) => (cells.has(name) ? [] : [`no cell ${name}`]));
    const live = lives.get(id);
    if (!live) return [`no Live called ${id}`];
    const w = widgetNamed(live.widget);
    const { params, problems } = readParams(w, printed, startOf(w, live.given));
    const again = printParams(w, params, startOf(w, live.given));
    if (problems.length > 0) return problems;
    return again.join() === printed.join() ? [] : [`means ${printAddress({ anchor, states: new Map([[id, again]]) })}`];
  });
  return anchor && !ids.has(anchor) ? ['no such anchor', ...wrong] : wrong;
}
