/**
 * What a change touches, for `npm test -- --changed`: the test files that import what has changed, by way of others, and
 * the part of the built site that comes of it. A test that reads the site imports none of its sources: it is touched
 * where the site is, and goes over what is touched of it. What can't be followed touches everything.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, filesNamed, importsOf, root } from './imports.ts';

/** The part of the site that a change touches, by names. */
export interface Part {
  widgets: string[];
  chapters: string[];
  exercises: string[];
}

export interface Change {
  /** The test files to run. */
  tests: string[];
  /** The part of the site that those go over which go over all of it. */
  site: Part | 'all';
}

/** The files that differ from a commit, in the working tree and new ones included. */
export function changedSince(commit: string): string[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return [
    ...git('diff', '--name-only', '--no-renames', commit),
    ...git('ls-files', '--others', '--exclude-standard'),
  ].filter(Boolean);
}

/** Says nothing that a test reads. */
const idle = /^(\.github\/|LICENSE$|[A-Z]+\.md$|test\/bench\/)/;
/** The tests' window on the built site. */
const windowOnSite = 'test/content/site.ts';
/** Builds the site anew, to see how it builds: what stands in a page makes no difference to it. */
const builder = 'test/content/build.ts';

/**
 * Finds what a change touches.
 *
 * @param changed paths of files inside the project
 */
export function touchedBy(changed: readonly string[]): Change {
  const files = filesIn('src', 'components', 'content', 'test');
  const isTest = (file: string) => file.endsWith('.test.ts');
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
  // A test may read content without importing it.
  const patterns = new Map(
    files.map((file) => [
      file,
      [
        ...importsOf(file),
        ...(file.startsWith('test/')
          ? (text(file).match(/content\/[a-z]+/g) ?? []).map((folder) => `${folder}/*`)
          : []),
      ],
    ]),
  );
  const importers = new Map<string, string[]>();
  const named = new Map<string, string[]>();
  for (const [file, names] of patterns)
    for (const name of names)
      for (const imported of filesNamed(name, files)) {
        const map = name.includes('*') ? importers : named;
        map.set(imported, [...(map.get(imported) ?? []), file]);
      }
  /** All that import one of these, and these. */
  const dependents = (from: readonly string[], ...maps: Map<string, string[]>[]): Set<string> => {
    const found = new Set(from);
    for (const file of found) for (const map of maps) for (const importer of map.get(file) ?? []) found.add(importer);
    return found;
  };

  const real = changed.filter((file) => !idle.test(file));
  const everything: Change = { tests: files.filter(isTest), site: 'all' };
  if (real.some((file) => !files.includes(file) && !file.startsWith('test/'))) return everything;
  const part: Part = { widgets: [], chapters: [], exercises: [] };
  let all = false;
  for (const file of real) {
    if (file.startsWith('test/')) continue;
    // A file of the site comes out where the last files that name it say; a widget is found by its pattern alone.
    const reached = dependents([file], named);
    const ends = [...reached].filter(
      (one) => !(named.get(one) ?? []).some((importer) => !importer.startsWith('test/')),
    );
    for (const end of ends.filter((one) => !one.startsWith('test/'))) {
      const [, widget] = /^components\/widgets\/([\w-]+)\.ts$/.exec(end) ?? [];
      const [, chapter] = /^content\/chapters\/\d+-([\w-]+)\.mdx$/.exec(end) ?? [];
      const [, exercise] = /^content\/exercises\/([\w-]+)\.mdx$/.exec(end) ?? [];
      if (widget) part.widgets.push(widget);
      else if (chapter) part.chapters.push(chapter);
      else if (exercise) part.exercises.push(exercise);
      else if (!end.startsWith('src/tools/')) all = true;
    }
  }
  const onSite = all || Object.values(part).some((names) => names.length > 0);
  const ownTests = real.filter((file) => file.startsWith('test/'));
  // What a test is given without importing it (a snapshot, a list of numbers) is its folder's.
  const given = ownTests
    .filter((file) => !files.includes(file))
    .map((file) => file.replace(/(__snapshots__|fixtures)\/.*|[^/]*$/g, ''));
  const touched = dependents([...real, ...(onSite ? [windowOnSite] : [])], named, importers);
  if (touched.has('test/vitest.config.ts')) return everything;
  const builds = dependents([builder], named);
  const names = Object.values(part).flat() as string[];
  /**
   * Of what is one thing in the browser, a part of the site touches what names it, beside what goes over the site. Other
   * browsers go over all of it, one engine after the other: they are for the whole suite.
   */
  const asks = (file: string) =>
    file.startsWith('test/browser/')
      ? /\bdescribe\.each\(\w/.test(text(file)) || names.some((name) => text(file).includes(name))
      : !file.startsWith('test/browsers/');
  const tests = files
    .filter(isTest)
    .filter((file) => touched.has(file) || given.some((folder) => file.startsWith(folder)))
    .filter((file) => all || real.includes(file) || (!builds.has(file) && asks(file)));
  // A test that was changed itself goes over everything.
  return { tests, site: all || !onSite || ownTests.length > 0 ? 'all' : part };
}
