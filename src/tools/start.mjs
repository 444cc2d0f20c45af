// npm start: from a fresh clone to a course that one can read.
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { Failure, command, npm, root } from './run.mjs';

await command(async () => {
  const port = Number(process.env.PORT || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Failure(`PORT: ${process.env.PORT}; expected a port from 0 to 65535, or nothing`);

  ensureInstalled();
  console.log('Building the course …');
  const code = npm(['run', '--silent', 'build']);
  if (code !== 0) throw new Failure(`npm run build: exit code ${code}; the reason stands above`, code);

  const { serve } = await import('./serve.mjs');
  const dir = path.join(root, 'dist');
  const server = await serve({ dir, base: process.env.BASE, port, host: process.env.HOST }).catch((error) => {
    throw new Failure(error.message);
  });
  if (port !== 0 && server.port !== port) console.log(`\nPort ${port} is taken, so this is on the next free one.`);
  console.log(`\nThe course is at  ${server.url}\n\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close().then(() => process.exit(0)));
});
