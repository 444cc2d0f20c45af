import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Entry>;
};

/** The version of a package that a package at a place gets, as Node looks it up. */
function versionFor(place: string, name: string): string | undefined {
  for (let folder = place; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const entry = lock.packages[`${folder && `${folder}/`}node_modules/${name}`];
    if (entry || !folder) return entry?.version;
  }
}

// npm notes only the binaries that it could fetch where it wrote the file, and then npm ci fails everywhere.
test('package-lock.json names the binaries of every system, in the versions that are asked for', () => {
  const lost = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .map(([name, range]) => ({ name, range, version: versionFor(place, name) }))
      .filter(({ range, version }) => !version || (/^\d/.test(range) && range !== version))
      .map(({ name, range, version }) => `${name} ${range}: ${version ?? 'nothing'}`),
  );
  expect(lost).toEqual([]);
});

test('the project asks for exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^\d/.test(range));
  expect(loose).toEqual([]);
});
