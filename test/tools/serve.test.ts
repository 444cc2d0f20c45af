import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/tools/serve.mjs';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'serve-'));
  mkdirSync(path.join(dir, 'softmax'));
  mkdirSync(path.join(dir, '_astro'));
  writeFileSync(path.join(dir, 'index.html'), 'home');
  writeFileSync(path.join(dir, '404.html'), 'no such page');
  writeFileSync(path.join(dir, 'softmax/index.html'), 'softmax');
  writeFileSync(path.join(dir, '_astro/page.js'), '0');
  writeFileSync(path.join(dir, '_astro/page.css'), 'a{}');
  writeFileSync(path.join(dir, '_astro/serif.woff2'), '');
  writeFileSync(path.join(dir, 'favicon.svg'), '<svg/>');
});
afterAll(() => rmSync(dir, { recursive: true }));

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});
async function open(options: { base?: string; port?: number } = {}) {
  const server = await serve({ dir, ...options });
  opened.push(server);
  return server;
}
const get = async (address: string | URL) => {
  const response = await fetch(address, { redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
};

test.each(['/', '/some/sub/path/', 'some/sub/path', '/some/sub/path'])(
  'a site built for %s has its home there',
  async (base) => {
    const { url } = await open({ base });
    expect(new URL(url).pathname).toBe(base === '/' ? '/' : '/some/sub/path/');
    expect(await get(url)).toMatchObject({ status: 200, text: 'home' });
    expect(await get(`${url}softmax/`)).toMatchObject({ status: 200, text: 'softmax' });
    expect(await get(`${url}_astro/page.js`)).toMatchObject({ status: 200, text: '0' });
  },
);

test('what has a hash in its name may be kept for ever, and nothing else', async () => {
  const { url } = await open();
  const kept = async (file: string) => (await fetch(url + file)).headers.get('cache-control') ?? '';
  expect(await kept('_astro/page.js')).toMatch(/immutable/);
  for (const file of ['', 'softmax/', 'favicon.svg', '_astro/nope.js'])
    expect(await kept(file)).not.toMatch(/immutable/);
});

test('outside of its base there is nothing but the way to it', async () => {
  const { url } = await open({ base: '/some/sub/path/' });
  expect(await get(new URL('/', url))).toMatchObject({ status: 308, to: '/some/sub/path/' });
  expect(await get(new URL('/some/sub/path', url))).toMatchObject({ status: 308, to: '/some/sub/path/' });
  expect(await get(new URL('/softmax/', url))).toMatchObject({ status: 404, text: 'no such page' });
  expect(await get(new URL('/some/sub/pathology/', url))).toMatchObject({ status: 404 });
});

test('an address without its final slash leads to the page, with its query', async () => {
  const { url } = await open({ base: '/b/' });
  expect(await get(`${url}softmax?x=1`)).toMatchObject({ status: 308, to: '/b/softmax/?x=1' });
});

test('what is not there is answered by the 404 page, with status 404', async () => {
  const { url } = await open();
  for (const address of ['nowhere/', '_astro/none.js', 'softmax/index.htm', '%', '%2e%2e%2fpackage.json', '..%2f'])
    expect(await get(url + address), address).toMatchObject({ status: 404, text: 'no such page' });
});

test('a page, a script, a style sheet, a font and a picture are named as such', async () => {
  const { url } = await open();
  const type = async (file: string) => (await fetch(url + file)).headers.get('content-type');
  expect(await type('')).toMatch(/^text\/html;\s*charset=utf-8$/i);
  expect(await type('_astro/page.js')).toMatch(/^text\/javascript/);
  expect(await type('_astro/page.css')).toMatch(/^text\/css/);
  expect(await type('_astro/serif.woff2')).toBe('font/woff2');
  expect(await type('favicon.svg')).toBe('image/svg+xml');
});

test('a second copy takes the next free port', async () => {
  const first = await open();
  const second = await open({ port: first.port });
  expect(second.port).toBeGreaterThan(first.port);
  expect(await get(first.url)).toMatchObject({ status: 200 });
  expect(await get(second.url)).toMatchObject({ status: 200 });
});

test("a port that another server holds on this machine's other address is taken", async ({ skip }) => {
  const other = createServer((_request, response) => response.end('other'));
  const held = await new Promise<boolean>((resolve) => {
    other.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true));
  });
  skip(!held, 'this machine has no ::1');
  const { port } = other.address() as AddressInfo;
  const ours = await open({ port });
  expect(ours.port).not.toBe(port);
  other.close();
});

test('a folder without a site is refused with the remedy', async () => {
  await expect(serve({ dir: path.join(dir, '_astro') })).rejects.toThrow(
    /no index\.html; expected a built site.*npm run build/,
  );
});
