/** Builds the site once more, elsewhere: under another address, or with a chapter that is wrong. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');

/** A temporary folder, and what removes it. */
export async function folder(): Promise<{ at: string; remove: () => Promise<void> }> {
  const at = await mkdtemp(path.join(tmpdir(), 'logits-'));
  return { at, remove: () => rm(at, { recursive: true, force: true }) };
}

/** A copy of the project that shares its packages. */
export async function copyOfProject(at: string): Promise<void> {
  for (const part of ['src', 'components', 'content', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    await cp(path.join(root, part), path.join(at, part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(at, 'node_modules'), 'junction');
}

/** The environment without what Vitest puts there for the code that it tests: a build would take it for its own. */
const { VITEST, TEST, NODE_ENV, MODE, DEV, PROD, SSR, BASE_URL, ...environment } = process.env;

/** Runs `astro build` and returns how it ended and what it printed. */
export function build(options: {
  cwd?: string;
  outDir: string;
  env?: Record<string, string>;
}): Promise<{ code: number; output: string }> {
  const { cwd = root, outDir, env = {} } = options;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [astro, 'build', '--outDir', outDir],
      { cwd, env: { ...environment, NO_COLOR: '1', ...env } },
      (error, stdout, stderr) => resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });
}
