/**
 * What the built site offers to take along is what Jupyter takes: every notebook is checked by nbformat and run by
 * nbclient with NumPy, every script by Python (`pip install nbformat nbclient ipykernel numpy`; PYTHON names a Python that
 * has them). Where they are not there this says so, and tests nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fileOf, partsOfCells, partsOfExercise } from '../../components/notebook/take-along.ts';
import type { TakenPart } from '../../src/notebook/portable.ts';

const python = process.env['PYTHON'] ?? 'python3';
const there = spawnSync(python, ['-c', 'import nbclient, nbformat, ipykernel, numpy']).status === 0;
if (!there)
  console.log(
    `Not tried: the files to take along. ${python} lacks one of nbformat, nbclient, ipykernel, numpy (pip install them).`,
  );

interface Ran {
  error: string | null;
  printed: string;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const pageOf = (file: string) => parseHTML(readFileSync(path.join(dist, file), 'utf8')).document;
const addressOf = (file: string) => `https://example.org/${file.replace('index.html', '')}`;
const codeOf = (place: Element) => place.querySelector('pre code')!.textContent!;

/** Runs what is taken along, as a notebook and as a script; what came of each. */
function run(taken: Record<string, TakenPart[]>): Record<string, Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'taken-'));
  try {
    const files = Object.entries(taken).flatMap(([name, parts]) =>
      (['ipynb', 'py'] as const).map((format) => {
        const file = path.join(folder, `${name}.${format}`);
        writeFileSync(file, fileOf(parts, format));
        return file;
      }),
    );
    const script = fileURLToPath(new URL('run.py', import.meta.url));
    const told = JSON.parse(execFileSync(python, [script, ...files], { encoding: 'utf8', maxBuffer: 1e8 })) as object;
    return Object.fromEntries(Object.entries(told).map(([file, ran]) => [path.basename(file), ran as Ran]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The exercises that can be written in Python, with the page that each has to itself. */
function exercises(): { name: string; box: Element; page: string }[] {
  return globSync('exercises/*/index.html', { cwd: dist }).flatMap((file) => {
    const box = pageOf(file).querySelector('exercise-box');
    return box?.querySelector('.starter[data-language=python]')
      ? [{ name: box.getAttribute('data-name')!, box, page: addressOf(file) }]
      : [];
  });
}

describe.skipIf(!there)('what is taken along', () => {
  it('is a chapter’s cells, which print with NumPy what the page shows', () => {
    const shown: Record<string, string[]> = {};
    const taken: Record<string, TakenPart[]> = {};
    for (const file of globSync('*/index.html', { cwd: dist })) {
      const document = pageOf(file);
      const cells = [...document.querySelectorAll('live-cell[data-language=python]')];
      if (cells.length === 0 || !document.querySelector('cell-tools [data-do=ipynb]')) continue;
      const name = path.dirname(file);
      const title = document.querySelector('main')!.getAttribute('data-title')!;
      taken[name] = partsOfCells(
        cells.map((place) => ({ place, code: codeOf(place) })),
        title,
        addressOf(file),
      );
      shown[name] = cells.flatMap((place) =>
        [...place.querySelectorAll('[data-output] pre')]
          .map((one) => one.textContent!.trim())
          .filter((text) => !/^RuntimeWarning/.test(text)),
      );
    }
    expect(Object.keys(taken).length).toBeGreaterThanOrEqual(5);
    const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
    for (const [file, { error, printed }] of Object.entries(run(taken))) {
      expect(error, file).toBeNull();
      for (const line of shown[path.parse(file).name]!) expect(words(printed), file).toContain(words(line));
    }
  });

  it('is an exercise, whose examples the solutions meet, and nothing that is not yet right does', () => {
    const all = exercises();
    expect(all.length).toBeGreaterThanOrEqual(1);
    const taken = (which: string, suffix: string) =>
      Object.fromEntries(
        all.flatMap(({ name, box, page }) =>
          [...box.querySelectorAll(which)].map((place, i) => [
            `${name}${suffix}${i}`,
            partsOfExercise(box, codeOf(place), page),
          ]),
        ),
      );
    const solved = run(taken(':is(.solution, .other)[data-version=python]', '-solved-'));
    for (const [file, { error }] of Object.entries(solved)) expect(error, file).toBeNull();
    const started = run(taken('.starter[data-language=python]', '-started-'));
    for (const [file, { error }] of Object.entries(started)) expect(error, file).not.toBeNull();
  });
});
