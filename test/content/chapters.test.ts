import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { widgets } from '../../components/render/prerender.ts';
import { sentenceText } from '../../components/widget/sentence.ts';
import { startOf, stateOf } from '../../components/widget/state.ts';
import { chaptersOf, livesOf, readSite, type BuiltPage } from './site.ts';

const site = readSite();
const chapters = chaptersOf(site);

const numberOf = ({ document }: BuiltPage): number =>
  Number(/\d+/.exec(document.querySelector('.opening .over')!.textContent!)![0]);

/** The words of an element, as a reader without scripts finds them. */
const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

const contents = fileURLToPath(new URL('../../content/', import.meta.url));

it('makes a page of every chapter, and numbers them from 1 without gaps in the order of their files', () => {
  const names = readdirSync(path.join(contents, 'chapters'))
    .sort()
    .map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
  const numbered = chapters.toSorted((a, b) => numberOf(a) - numberOf(b));
  expect(numbered.map((page) => [numberOf(page), page.path.slice(0, -1)])).toEqual(
    names.map((name, i) => [i + 1, name]),
  );
});

it('types no number of a chapter, and no chapter that is next: <Chapter name="…" /> knows both', () => {
  const root = path.join(contents, '..');
  const typed = ['content', 'src', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(mdx|astro)$/.test(file))
      .map((file) => path.join(folder, file))
      // Where the words stand in a comment, they are about how to write it.
      .filter((file) =>
        /\bchapters?\s+(\d|one\b|two\b|three\b|four\b|five\b)|\b(next|previous|last)\s+chapter\b/i.test(
          readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
        ),
      ),
  );
  expect(typed).toEqual(['components/vocabulary/Chapter.astro']);
});

it('says “the next chapter” of the one that is next', () => {
  const said = chapters.flatMap((page) =>
    [...page.document.querySelectorAll('.prose a')]
      .filter((link) => link.textContent === 'the next chapter')
      .map((link) => [new URL(link.getAttribute('href')!, site.address).pathname, numberOf(page)] as const),
  );
  expect(said.length).toBeGreaterThan(0);
  for (const [to, from] of said)
    expect(numberOf(chapters.find((page) => new URL(page.path, site.address).pathname === to)!)).toBe(from + 1);
});

it('leads from each chapter to the next, and back', () => {
  const turns = (rel: string) => (page: BuiltPage) => {
    const href = page.document.querySelector(`.turn a[rel=${rel}]`)?.getAttribute('href');
    return href && new URL(href, site.address).href;
  };
  const pages = chapters.toSorted((a, b) => numberOf(a) - numberOf(b));
  const ordered = pages.map((page) => new URL(page.path, site.address));
  expect(pages.map(turns('prev'))).toEqual([undefined, ...ordered.slice(0, -1).map(String)]);
  expect(pages.map(turns('next'))).toEqual([...ordered.slice(1).map(String), undefined]);
});

it('numbers the figures of a chapter in the caption itself, and calls them the same wherever a link leads to one', () => {
  const captions = chapters.flatMap((page) =>
    [...page.document.querySelectorAll('figcaption')].map((caption, i) => ({
      name: caption.querySelector(':scope > b')!.textContent!,
      expected: `Figure ${numberOf(page)}.${i + 1}`,
      address: new URL(`${page.path}#${caption.closest('live-widget')!.id}`, site.address).href,
    })),
  );
  expect(captions.map(({ name }) => name)).toEqual(captions.map(({ expected }) => expected));
  const links = site.pages.flatMap(({ document }) =>
    [...document.querySelectorAll('a')].flatMap((link) => {
      const said = /\bFigure \d+\.\d+/i.exec(link.textContent!)?.[0];
      return said ? [[said, new URL(link.getAttribute('href')!, site.address).href.replace(/&.*/, '')]] : [];
    }),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const [said, to] of links) expect(said).toBe(captions.find(({ address }) => address === to)?.name);
});

it('asks every exercise in the chapter that it belongs to, once that chapter is there', () => {
  const astray = readdirSync(path.join(contents, 'exercises')).filter((file) => {
    const [, chapter] = /^chapter: (\S+)$/m.exec(readFileSync(path.join(contents, 'exercises', file), 'utf8'))!;
    if (chapter === 'in-use') return false;
    const page = chapters.find(({ path }) => path === `${chapter}/`);
    return !page?.document.getElementById(`exercise-${file.replace('.mdx', '')}`);
  });
  expect(astray).toEqual([]);
});

it('shows every widget in a chapter', () => {
  const shown = new Set(chapters.flatMap((page) => livesOf(page).map(({ widget }) => widget)));
  expect([...widgets.keys()].filter((name) => !shown.has(name))).toEqual([]);
});

describe.each(chapters.map((page) => [page.path, page] as const))('%s before any script runs', (_, page) => {
  const { document } = page;
  const prose = document.querySelector('.prose')!;
  const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];

  it('holds its whole text, from the question to what to remember and the sources', () => {
    expect(words(document.querySelector('.opening .question')!)).toMatch(/\?/);
    expect(words(prose).split(' ').length).toBeGreaterThan(1000);
    const headings = all('.prose h2').map((heading) => heading.firstChild!.textContent!.trim());
    expect(headings.slice(-2)).toEqual(['What to remember', 'Sources']);
    expect(all('.exercise').length).toBeGreaterThan(0);
  });

  it('lists its sections', () => {
    expect(all('.contents a').map((link) => link.getAttribute('href'))).toEqual(
      all('.prose h2').map(({ id }) => `#${id}`),
    );
  });

  it('holds every formula twice: drawn, and as MathML with something in it', () => {
    const formulas = all('.katex');
    expect(formulas.length).toBeGreaterThan(0);
    for (const formula of formulas) {
      expect(words(formula.querySelector('math')!)).not.toBe('');
      expect(words(formula.querySelector('.katex-html')!)).not.toBe('');
    }
    expect(all('.katex-error')).toEqual([]);
  });

  it('shows a value in every slot, the same in formula and MathML', () => {
    for (const slot of all('[data-slot]')) expect(words(slot), slot.outerHTML).not.toBe('');
    // KaTeX draws a fraction from below, so the order may differ.
    for (const formula of all('.katex')) {
      const shown = (root: Element) =>
        [...root.querySelectorAll('[data-slot]')]
          .map((slot) => `${slot.getAttribute('data-slot')} ${words(slot)}`)
          .sort();
      expect(shown(formula.querySelector('math')!)).toEqual(shown(formula.querySelector('.katex-html')!));
    }
  });

  it('leaves nothing unfilled: no mark of the build, no undefined, no NaN where no widget shows one', () => {
    expect(page.html).not.toMatch(/90210\d{3}|\[object |>undefined<|\\val|\\slot/);
    const loose = [...prose.querySelectorAll(':scope > :not(live-widget)')].map(words).join(' ');
    expect(loose).not.toMatch(/undefined/);
  });

  it('draws every figure for a narrow and a wide place, with its numbers', () => {
    expect(livesOf(page).length).toBeGreaterThan(0);
    for (const figure of all('[data-figure]')) {
      expect(words(figure.querySelector('[data-say]')!)).not.toBe('');
      for (const drawing of figure.querySelectorAll('.drawing.plot')) {
        const variants = [...drawing.querySelectorAll('[data-variant]')];
        expect(variants.map((variant) => variant.getAttribute('data-variant'))).toEqual(['narrow', 'wide']);
        for (const variant of variants) {
          expect(variant.querySelectorAll('svg :is(path, line, circle, rect)').length).toBeGreaterThan(0);
          expect(variant.querySelectorAll('svg text').length).toBeGreaterThan(0);
          // Text may say NaN; a place may not be one.
          expect(variant.innerHTML).not.toMatch(/="[^"]*(?:NaN|undefined|Infinity)[^"]*"|>undefined</);
        }
      }
      for (const table of figure.querySelectorAll('table')) {
        expect(table.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
        expect(table.querySelectorAll('thead th').length).toBeGreaterThan(0);
      }
      for (const control of figure.querySelectorAll('[data-param]')) expect(control.firstElementChild).not.toBeNull();
    }
  });

  it('says under every figure what the computation module says', () => {
    for (const { id, widget, given } of livesOf(page)) {
      const w = widgets.get(widget)!;
      const sentence = sentenceText(w.say(stateOf(w, startOf(w, given))));
      for (const said of all(`[id="${id}"] [data-say]`)) expect(words(said)).toBe(sentence.replace(/\s+/g, ' ').trim());
    }
  });
});
