// A small static server for the built site: what any host does with the folder, under any path.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site.
 *
 * @param {object} options
 * @param {string} options.dir the folder, for example `dist`
 * @param {string} [options.base] the path that the site was built for, for example `/some/sub/path/`
 * @param {number} [options.port] the port to begin with: if it is taken the next free one is used; 0 for any
 * @param {string} [options.host] the address to listen on; only this machine by default
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} the home page's address, with its final slash
 * @throws if no port out of twenty is free, or if there is no site in the folder
 */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1' }) {
  if (!existsSync(path.join(dir, 'index.html'))) {
    throw new Error(`serve: ${dir} has no index.html; expected a built site. Run: npm run build`);
  }
  const server = createServer(handler(dir, `/${base}/`.replace(/\/+/g, '/')));
  const taken = await listen(server, port, host);
  return {
    url: `http://localhost:${taken}${`/${base}/`.replace(/\/+/g, '/')}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handler(dir, base) {
  const files = sirv(dir, { dev: true, etag: true, onNoMatch: notFound });
  function notFound(_request, response) {
    const page = path.join(dir, '404.html');
    response.removeHeader('cache-control');
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(existsSync(page) ? readFileSync(page) : 'Not found');
  }
  return (request, response) => {
    const [pathname, query] = request.url.split('?');
    const moved = (to) => response.writeHead(308, { location: query ? `${to}?${query}` : to }).end();
    if (pathname === '/' && base !== '/') return moved(base);
    if (!pathname.startsWith(base)) return `${pathname}/` === base ? moved(base) : notFound(request, response);
    const inside = pathname.slice(base.length);
    // A page's links are relative to its folder, so its address ends with a slash, as on any host.
    if (inside && !inside.endsWith('/') && isPage(dir, inside)) return moved(`${pathname}/`);
    // What has a hash in its name never changes.
    if (inside.startsWith('_astro/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    request.url = `/${inside}${query ? `?${query}` : ''}`;
    files(request, response);
  };
}

function isPage(dir, inside) {
  try {
    const folder = path.resolve(dir, decodeURIComponent(inside));
    return folder.startsWith(path.resolve(dir) + path.sep) && existsSync(path.join(folder, 'index.html'));
  } catch {
    return false; // a broken escape names no page
  }
}

async function listen(server, first, host) {
  for (let port = first; port < first + 20; port++) {
    if (port !== 0 && (await answers(port))) continue;
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => resolve(server.off('error', reject)));
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
      if (port === 0) break;
    }
  }
  throw new Error(`serve: ports ${first} to ${first + 19} are taken; expected a free one. Name another: PORT=8080`);
}

// A server on another address of this machine (::1, say) would not stop us from listening, but answer in our place.
async function answers(port) {
  const at = (host) =>
    new Promise((resolve) => {
      const socket = connect({ port, host });
      const done = (answer) => {
        socket.destroy();
        resolve(answer);
      };
      socket.setTimeout(500, () => done(false));
      socket.once('connect', () => done(true)).once('error', () => done(false));
    });
  return (await Promise.all(['127.0.0.1', '::1'].map(at))).includes(true);
}
