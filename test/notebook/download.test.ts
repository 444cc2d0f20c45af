import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { softmax } from 'logits';
import { fileOf, needed, type Piece } from '../../src/notebook/download.ts';
import { codeAsText } from '../../src/notebook/program.ts';

/** The pieces as the page gets them. */
async function pieces(): Promise<Piece[]> {
  const load = codeAsText().load as (id: string) => Promise<string>;
  return JSON.parse((await load('\0virtual:course-functions')).replace(/^export default |;$/g, '')) as Piece[];
}

it('a page’s cells are one file that runs anywhere and prints what the page shows', { timeout: 120_000 }, async () => {
  const cells = [
    "import { softmax, sigmoid as s } from 'logits'\n\nconst z: number[] = [2, 1, 0.1]\nsoftmax(z)",
    'const z = [0, 0]\nconsole.log(s(0))\nz.map(\n  (x) => x + 1,\n)',
    // What looks like an import in a text is none, what is exported or a type only stays usable, and so does a whole module.
    "const text = `\\nimport { x } from 'y'\\nexport const`; import type { T } from 'z'\nexport interface A { a: number }\nexport const two: number = 2;\n(text.length as number); // its length",
    "import * as L from 'logits'\nexport default function f(): number { return L.sigmoid(0) + two }\nawait f()",
  ];
  const file = fileOf(cells, await pieces(), 'here');
  const folder = mkdtempSync(path.join(tmpdir(), 'cells-'));
  try {
    writeFileSync(path.join(folder, 'cells.ts'), file);
    const printed = execFileSync(process.execPath, [path.join(folder, 'cells.ts')], { encoding: 'utf8' });
    for (const p of softmax([2, 1, 0.1])) expect(printed).toContain(String(p));
    expect(printed).toMatch(/^0\.5$/m);
    expect(printed).toMatch(/\[ 1, 1 \]/);
    expect(printed).toMatch(/^35$/m);
    expect(printed).toMatch(/^2\.5$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('the file carries what it uses and no more', { timeout: 120_000 }, async () => {
  const all = await pieces();
  const some = needed(all, 'sigmoid(0)');
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length / 2);
  expect(some.flatMap(({ names }) => names)).toContain('sigmoid');
});
