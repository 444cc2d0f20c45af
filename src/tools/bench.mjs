// npm run bench: every benchmark in test/bench, one after the other. They report; they never fail for being slow.
// What follows `--` picks some: npm run bench -- weight
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, missing } from './install.mjs';
import { Failure, command, npm, root, run } from './run.mjs';

await command(() => {
  const node = ensureInstalled();
  const folder = path.join(root, 'test/bench');
  const all = existsSync(folder) ? readdirSync(folder).filter((file) => /\.bench\.(mjs|ts)$/.test(file)) : [];
  const names = process.argv.slice(2);
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.startsWith(`${name}.`)));
  if (all.length === 0)
    throw new Failure('bench: no file in test/bench ends with .bench.mjs or .bench.ts; expected one');
  if (chosen.length === 0) throw new Failure(`bench: ${names.join(' ')}; expected one of ${all.join(', ')}`);
  // What only a benchmark compares with is no dependency of the project.
  if (existsSync(path.join(folder, 'package-lock.json')) && missing(folder)) {
    const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
    if (code !== 0) throw new Failure(`bench: npm ci in test/bench: exit code ${code}; the reason stands above`, code);
  }
  let failed = 0;
  for (const file of chosen) {
    console.log(`\n${file}`);
    if (run(node, [path.join(folder, file)]) !== 0) failed += 1;
  }
  if (failed > 0) throw new Failure(`bench: ${failed} of ${chosen.length} broke off; the reason stands above`);
});
