import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The project's files: what is committed, and what would be. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile());

const lines = files
  .filter((file) => /\.(ts|mjs|js|json|astro|mdx?|css|svg|html|yml|yaml|txt|py|sh)$|^\.|\/run$/.test(file))
  .flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .map((line, i) => [`${file}:${i + 1}`, line] as const),
  );

const found = (pattern: RegExp) => lines.filter(([, line]) => pattern.test(line)).map(([place]) => place);

it('names no folder of the machine that it was written on', () => {
  expect(found(/(?<![\w.*)\]}-])\/(?:home|root|work|mnt)\/\w/)).toEqual([]);
});

it('installs from wherever npm is told to, and names no registry', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
  expect(files.filter((file) => /(^|\/)\.(npmrc|yarnrc.*|env.*)$/.test(file))).toEqual([]);
});

it('has the folders that the map in the README has, and no other', () => {
  const map = /## The house\n\n```\n([\s\S]*?)```/.exec(readFileSync(path.join(root, 'README.md'), 'utf8'))![1]!;
  let above = '';
  const mapped = map.split('\n').flatMap((line) => {
    const [, top] = /^(\w+\/)/.exec(line) ?? [];
    if (top !== undefined) above = top;
    return top === undefined ? [...line.matchAll(/(?<=^ *|\/ +)(\w+)\//g)].map(([, name]) => above + name) : [];
  });
  const there = files.flatMap((file) => /^((?:src|components|content)\/[^/]+)\/./.exec(file)?.[1] ?? []);
  expect(mapped.sort()).toEqual([...new Set(there)].sort());
});
