// npm test: everything that the project promises, from a fresh clone. What follows `--` goes to Vitest:
// npm test -- --project math softmax
// But for `--changed`: only the tests that a change touches, since the last commit or since another (test/changed.ts):
// npm test -- --changed, npm test -- --changed=main
import { ensureInstalled } from './install.mjs';
import { Failure, command, npm } from './run.mjs';

await command(async () => {
  ensureInstalled();
  const { ensureChromium } = await import('./chromium.mjs');
  const args = process.argv.slice(2);
  const changed = args.findIndex((arg) => /^--changed(=|$)/.test(arg));
  const since = changed >= 0 ? args.splice(changed, 1)[0].slice('--changed='.length) || 'HEAD' : undefined;
  const env = { CHROMIUM: await ensureChromium(), CHANGED_SINCE: since };
  console.log(`Chromium: ${env.CHROMIUM}`);
  const steps = [
    ['Types and formatting', ['run', '--silent', 'check']],
    ['The site', ['run', '--silent', 'build']],
    ['The tests', ['exec', '--', 'vitest', 'run', '--config', 'test/vitest.config.ts', ...args]],
  ];
  for (const [title, step] of steps) {
    console.log(`\n${title} …`);
    const code = npm(step, { env });
    // Vitest's own summary ends the output; the other two have none.
    if (code !== 0)
      throw new Failure(step[0] === 'run' ? `npm run ${step[2]}: exit code ${code}; see above` : '', code);
  }
});
