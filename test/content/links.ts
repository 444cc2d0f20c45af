/** Follows what a built site points at. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAddress } from '../../components/widget/address.ts';
import { widgetNamed } from '../../components/render/prerender.ts';
import { readParams, startOf } from '../../components/widget/state.ts';
import { livesOf, type BuiltPage, type BuiltSite } from './site.ts';

/** The file that a host sends for an address inside the site. */
const fileOf = (inside: string): string => decodeURIComponent(inside).replace(/(^|\/)$/, '$1index.html');

/** Everything in a page that the browser or the reader may follow. */
function* pointers({ document }: BuiltPage): Generator<{ element: Element; to: string }> {
  for (const element of document.querySelectorAll('[href], [src], [srcset], [poster], [action], [data]')) {
    for (const name of ['href', 'src', 'poster', 'action', 'data']) {
      const to = element.getAttribute(name);
      if (to !== null && !(name === 'href' && element.closest('svg'))) yield { element, to };
    }
    for (const candidate of element.getAttribute('srcset')?.split(',') ?? [])
      yield { element, to: candidate.trim().split(/\s+/)[0]! };
  }
  for (const meta of document.querySelectorAll('meta[property="og:image"], meta[property="og:url"]'))
    yield { element: meta, to: meta.getAttribute('content')! };
}

/** What is wrong with the state that a link carries: parameters that no Live of that page could read. */
function unreadable(page: BuiltPage, fragment: string): string[] {
  const lives = new Map(livesOf(page).map((live) => [live.id, live]));
  return [...parseAddress(fragment).states].flatMap(([id, printed]) => {
    const live = lives.get(id);
    if (!live) return [`no Live called ${id}`];
    const w = widgetNamed(live.widget);
    return readParams(w, printed, startOf(w, live.given)).problems;
  });
}

/** Every link, anchor, style and picture of a site that leads nowhere, or out of the folder that it is published in. */
export function deadLinks(site: BuiltSite): string[] {
  const byFile = new Map(site.pages.map((page) => [fileOf(page.path), page]));
  const dead: string[] = [];
  for (const page of site.pages) {
    const here = new URL(page.path, site.address);
    for (const { to } of pointers(page)) {
      const say = (what: string) => dead.push(`${page.path || 'home'}: ${to}: ${what}`);
      if (/^(data|mailto):/.test(to)) continue;
      const address = new URL(to, here);
      if (address.origin !== site.address.origin) continue;
      if (!address.pathname.startsWith(site.address.pathname)) {
        say(`outside of ${site.address.pathname}`);
        continue;
      }
      const file = fileOf(address.pathname.slice(site.address.pathname.length));
      if (!site.files.has(file)) {
        say(`no such file`);
        continue;
      }
      const target = byFile.get(file);
      if (!target || address.hash === '') continue;
      const { anchor } = parseAddress(address.hash);
      if (anchor && !target.document.getElementById(decodeURIComponent(anchor))) say('no such anchor');
      for (const problem of unreadable(target, address.hash)) say(problem);
    }
  }
  for (const sheet of [...site.files].filter((file) => file.endsWith('.css'))) {
    const css = readFileSync(path.join(site.dir, sheet), 'utf8');
    for (const [, to] of css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
      if (to!.startsWith('data:') || to!.startsWith('#')) continue;
      const address = new URL(to!, new URL(sheet, site.address));
      const inside = address.pathname.slice(site.address.pathname.length);
      if (address.origin !== site.address.origin || !site.files.has(inside)) dead.push(`${sheet}: ${to}: no such file`);
    }
  }
  return dead;
}

/** Every pointer to another host that is no source of a chapter or a card. */
export function foreignLinks(site: BuiltSite): string[] {
  return site.pages.flatMap((page) =>
    [...pointers(page)]
      .filter(({ element, to }) => {
        const address = new URL(to, new URL(page.path, site.address));
        if (address.origin === site.address.origin || address.protocol === 'data:') return false;
        return !(element.localName === 'a' && address.protocol === 'https:' && element.closest('.prose, .card'));
      })
      .map(({ to }) => `${page.path || 'home'}: ${to}`),
  );
}

/** The pages that a site's sitemap names, as addresses. */
export function sitemap(site: BuiltSite): string[] {
  const locations = (file: string) =>
    [...readFileSync(path.join(site.dir, file), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, found]) => found!);
  return locations('sitemap-index.xml').flatMap((part) =>
    locations(new URL(part).pathname.slice(site.address.pathname.length)),
  );
}
