/** The built site as its tests see it: every page with its address, and every file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

export interface BuiltPage {
  /** Its address inside the site, from the site's own root: `sigmoid/`, `` for the home page, `404.html`. */
  path: string;
  html: string;
  document: Document;
}

export interface BuiltSite {
  dir: string;
  /** Where the pages say that they are published, with the sub-path, and a final slash. */
  address: URL;
  pages: BuiltPage[];
  /** Every file, by its path inside the folder, with slashes. */
  files: Set<string>;
}

/** The folder that `npm run build` writes. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Reads a built site.
 *
 * @param dir the folder
 * @throws Error if nothing was built there
 */
export function readSite(dir = dist): BuiltSite {
  if (!existsSync(path.join(dir, 'index.html')))
    throw new Error(`${dir}: no index.html; expected the built site. Run: npm run build`);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(dir, file), 'utf8');
      return {
        path: file.replace(/(^|\/)index\.html$/, '$1'),
        html,
        document: parseHTML(html).document as unknown as Document,
      };
    });
  const canonical = pages
    .find((page) => page.path === '')!
    .document.querySelector('link[rel=canonical]')!
    .getAttribute('href')!;
  return { dir, address: new URL(canonical), pages, files: new Set(files) };
}

/** The chapters of a site: the pages that say which chapter they are. */
export const chaptersOf = (site: BuiltSite): BuiltPage[] =>
  site.pages.filter(({ document }) => document.querySelector('main[data-chapter]') !== null);

/** The Lives of a page, in order: id, widget, and the author's parameters in the grammar of the address. */
export const livesOf = ({ document }: Pick<BuiltPage, 'document'>): { id: string; widget: string; given: string }[] =>
  [...document.querySelectorAll('live-widget')].map((live) => ({
    id: live.id,
    widget: live.getAttribute('data-widget')!,
    given: live.getAttribute('data-with') ?? '',
  }));
