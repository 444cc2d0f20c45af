// npm test: everything that the project promises, from a fresh clone. What follows `--` goes to Vitest:
// npm test -- --project math softmax
import { ensureInstalled } from './install.mjs';
import { Failure, command, npm } from './run.mjs';

await command(async () => {
  ensureInstalled();
  const { ensureChromium } = await import('./chromium.mjs');
  const env = { CHROMIUM: await ensureChromium() };
  console.log(`Chromium: ${env.CHROMIUM}`);
  const steps = [
    ['Types and formatting', ['run', '--silent', 'check']],
    ['The site', ['run', '--silent', 'build']],
    ['The tests', ['exec', '--', 'vitest', 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)]],
  ];
  for (const [title, args] of steps) {
    console.log(`\n${title} …`);
    const code = npm(args, { env });
    // Vitest's own summary ends the output; the other two have none.
    if (code !== 0)
      throw new Failure(args[0] === 'run' ? `npm run ${args[2]}: exit code ${code}; see above` : '', code);
  }
});
