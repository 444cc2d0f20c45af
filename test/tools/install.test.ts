import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missing } from '../../src/tools/install.mjs';

interface Entry {
  version: string;
  integrity?: string;
  optional?: boolean;
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'install-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function lock(packages: Record<string, Entry>) {
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '1.0.0' }, ...packages } }),
  );
}

function install(packages: Record<string, Entry>) {
  for (const place of Object.keys(packages)) {
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, place, 'package.json'), '{}');
  }
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

const a = { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' } };
const b = { 'node_modules/a/node_modules/@s/b': { version: '2.0.0', integrity: 'sha512-b' } };

test('a fresh clone is not installed', () => {
  lock(a);
  expect(missing(folder)).toBe('nothing is installed yet');
});

test('what the lock file names, nested packages too, is installed', () => {
  lock({ ...a, ...b });
  install({ ...a, ...b });
  expect(missing(folder)).toBeUndefined();
});

test('a package that came with a pull is missing', () => {
  lock({ ...a, ...b });
  install(a);
  expect(missing(folder)).toBe('@s/b is not installed');
});

test('a package whose folder was deleted is missing, whatever npm noted', () => {
  lock(a);
  install(a);
  rmSync(path.join(folder, 'node_modules/a'), { recursive: true });
  expect(missing(folder)).toBe('a is not installed');
});

test('another version, or another content of the same version, is not what the lock file names', () => {
  lock(a);
  install({ 'node_modules/a': { version: '1.2.2' } });
  expect(missing(folder)).toBe('a is 1.2.2, and package-lock.json names 1.2.3');
  install({ 'node_modules/a': { version: '1.2.3', integrity: 'sha512-other' } });
  expect(missing(folder)).toBe('a differs from package-lock.json');
});

test("another system's binary may be missing, but an old one may not stay", () => {
  const binary = { 'node_modules/binary-of-windows': { version: '1.0.0', optional: true } };
  lock({ ...a, ...binary });
  install(a);
  expect(missing(folder)).toBeUndefined();
  install({ ...a, 'node_modules/binary-of-windows': { version: '0.9.0', optional: true } });
  expect(missing(folder)).toBe('binary-of-windows is 0.9.0, and package-lock.json names 1.0.0');
});

test('the project itself is installed, or these tests would not run', () => {
  expect(missing()).toBeUndefined();
});
