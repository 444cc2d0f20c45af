// npm test: everything that the project promises, from a fresh clone. What follows `--` goes to Vitest:
// npm test -- --project math softmax
// But for `--changed`: only what a change touches, since the last commit or since another (test/changed.ts):
// npm test -- --changed, npm test -- --changed=main
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { Failure, command, npm, npmBeside, root } from './run.mjs';

/**
 * What checks types, faults and formatting: of what has changed alone where that can't make a fault elsewhere, but for
 * the types, which it can.
 *
 * @param {string | undefined} since the commit since which a change counts; everything counts without one
 */
function checks(since) {
  const whole = [['run', '--silent', 'check']];
  if (since === undefined) return whole;
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const files = [
    ...git('diff', '--name-only', '--no-renames', since),
    ...git('ls-files', '--others', '--exclude-standard'),
  ].filter((file) => existsSync(path.join(root, file)));
  if (files.some((file) => !/^(src|components|content|test)\/|\.md$/.test(file))) return whole;
  const own = [
    ['prettier', '--check', '--ignore-unknown', ...files],
    ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...files.filter((file) => file.endsWith('.ts'))],
  ].filter((args) => args.at(-1)?.includes('.'));
  return [...own, ['astro', 'check', '--minimumSeverity', 'warning']].map((args) => ['exec', '--', ...args]);
}

/**
 * Runs steps one after the other, up to the first that fails.
 *
 * @param {string[][]} steps
 */
async function inOrder(steps) {
  for (const step of steps) {
    const code = await npmBeside(step);
    if (code !== 0) return code;
  }
  return 0;
}

await command(async () => {
  ensureInstalled();
  const { ensureChromium } = await import('./chromium.mjs');
  const args = process.argv.slice(2);
  const changed = args.findIndex((arg) => /^--changed(=|$)/.test(arg));
  const since = changed >= 0 ? args.splice(changed, 1)[0].slice('--changed='.length) || 'HEAD' : undefined;
  const env = { CHROMIUM: await ensureChromium(), CHANGED_SINCE: since };
  console.log(`Chromium: ${env.CHROMIUM}`);

  /** @type {(what: string, code: number) => void} */
  const expect = (what, code) => {
    if (code !== 0) throw new Failure(`npm run ${what}: exit code ${code}; see above`, code);
  };
  console.log('\nTypes, faults and formatting; and beside them the site …');
  const checking = inOrder(checks(since));
  expect('build', await npmBeside(['run', '--silent', 'build']));
  // Whoever waits for a small change gets both; what is measured in the whole suite is measured alone.
  if (since === undefined) expect('check', await checking);
  console.log('\nThe tests …');
  const code = npm(['exec', '--', 'vitest', 'run', '--config', 'test/vitest.config.ts', ...args], { env });
  expect('check', await checking);
  // Vitest's own summary ends the output.
  if (code !== 0) throw new Failure('', code);
});
