/** The built site, with a watch in every page, and a note of whoever asks for what nobody may reach. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { dist } from '../content/site.ts';

/** Notes in `trouble` what a page complains of, from its first script on. */
const watch = `<script>
  window.trouble = [];
  addEventListener('error', ({ message, target }) => {
    // Firefox says so of a module that it has already; one that is missing fails where it is imported.
    if (target.rel !== 'modulepreload') trouble.push(message || 'could not load ' + (target.src || target.href));
  }, true);
  addEventListener('unhandledrejection', (event) => trouble.push('rejected: ' + event.reason));
  console.error = (...said) => trouble.push(said.join(' '));
</script>`;

export interface Watched {
  url: string;
  /** What was asked of this server that has `reached` in its name: nothing, unless something got out. */
  reached: string[];
  close(): Promise<void>;
}

export async function serveWatched(base: string): Promise<Watched> {
  const files = sirv(dist, { dev: true, etag: true });
  const reached: string[] = [];
  const server = createServer((request, response) => {
    if (request.url!.includes('reached')) reached.push(`${request.method} ${request.url}`);
    const inside = request.url!.replace(/\?.*/, '').slice(base.length);
    const page = path.join(dist, inside, 'index.html');
    if (/(^|\/)$/.test(inside) && existsSync(page)) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(readFileSync(page, 'utf8').replace('<head>', `<head>${watch}`));
      return;
    }
    request.url = `/${inside}`;
    files(request, response, () => void response.writeHead(404).end());
  });
  server.on('upgrade', (request, socket) => {
    reached.push(`${request.headers.upgrade} ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://localhost:${port}${base}`,
    reached,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
