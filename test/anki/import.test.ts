/**
 * Anki itself, by its library on PyPI (`pip install anki`; PYTHON names a Python that has it), takes both files as they
 * are meant. Where it is not there this says so, and tests nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Note {
  guid: string;
  fields: [front: string, back: string];
  tags: string[];
  deck: string;
}

const python = process.env['PYTHON'] ?? 'python3';
const there = spawnSync(python, ['-c', 'import anki.collection']).status === 0;
if (!there) console.log(`Not tried: the import into Anki. ${python} has no package anki (pip install anki).`);

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const files = ['anki.txt', 'anki-short.txt'].map((file) => at(`../../dist/interview/${file}`));
const bring = (...paths: string[]): { files: { new: number; updated: number }[]; notes: Note[] } =>
  JSON.parse(execFileSync(python, [at('import.py'), ...paths], { encoding: 'utf8', maxBuffer: 1e8 }));
/** How many notes a file has. */
const count = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('"')).length;

describe.skipIf(!there)('Anki', () => {
  it('takes every note of both files, under its own name and into its own deck, with tags', () => {
    const { files: taken, notes } = bring(...files);
    expect(taken.map((one) => one.new)).toEqual(files.map(count));
    expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
    expect(new Set(notes.map(({ deck }) => deck)).size).toBe(2);
    for (const { fields, tags } of notes) {
      expect(tags.length).toBeGreaterThan(0);
      for (const field of fields) expect(field).toMatch(/\S/);
    }
  });

  it('knows a note again whose text has changed, and makes none twice', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anki-'));
    try {
      const changed = files.map((file, i) => {
        const to = path.join(folder, `${i}.txt`);
        writeFileSync(
          to,
          readFileSync(file, 'utf8').replace(/\t.*/g, (text) => text.replaceAll('softmax', 'SOFTMAX')),
        );
        return to;
      });
      const { files: taken, notes } = bring(...files, ...changed);
      expect(taken.slice(2).map((one) => one.new)).toEqual([0, 0]);
      expect(notes).toHaveLength(files.map(count).reduce((a, b) => a + b));
      expect(notes.some(({ fields }) => fields.join().includes('SOFTMAX'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
