import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { build, type Rollup } from 'vite';

const folder = fileURLToPath(new URL('../../src/math/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
/** All but how numbers are written, which is not computed with. */
const computing = files.filter((name) => name !== 'text.ts');
const source = (name: string): string => readFileSync(folder + name, 'utf8');

/** A source without its comments and strings. */
const code = (name: string): string =>
  source(name)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

/** What a page that imports these names from the module has to load, minified. */
async function bundled(...names: string[]): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'entry-'));
  const entry = join(directory, 'entry.js');
  writeFileSync(entry, `export { ${names.join(', ')} } from '${folder}index.ts';`);
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'entry' } },
  })) as Rollup.RollupOutput[];
  rmSync(directory, { recursive: true });
  return output[0]!.output[0].code;
}

describe('the module', () => {
  test.each(files)('%s imports nothing from outside its folder, and runs as it is (imports end with .ts)', (name) => {
    for (const [, from] of source(name).matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^\.\/[a-z0-9-]+\.ts$/);
  });

  test.each(computing)('%s uses nothing that may differ between browsers', (name) => {
    // ECMAScript leaves these to the implementation; ** of numbers too, but not of BigInt.
    const approximate = /Math\.(exp|expm1|log|log1p|log2|log10|pow|sqrt|cbrt|a?sinh?|a?cosh?|a?tanh?|atan2|hypot)\b/;
    expect(code(name)).not.toMatch(approximate);
    expect(code(name).replace(/\d+n \*\* /g, '')).not.toMatch(/\*\*/);
  });

  test('a widget that uses sigmoid and softmax loads no BigInt, no formats and no traces, and less than 4 kB', async () => {
    const small = await bundled('sigmoid', 'softmax');
    expect(small).not.toMatch(/\d+n\b|BigInt|float16|naive/i);
    expect(gzipSync(small).length).toBeLessThan(4000);
  });

  test('nothing is left of the module where nothing is used', async () => {
    expect((await bundled()).replace(/export\s*\{\s*\};?/, '').trim()).toBe('');
  });
});
