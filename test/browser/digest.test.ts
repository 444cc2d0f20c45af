import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest, type Digest } from './digest.ts';
import { browser } from './visit.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page that computes the digest from the very files of src/math, and posts what it got. */
const page = `<!doctype html><title>Digest</title><script type="module">
  import { digest } from '/test/browser/digest.ts';
  await fetch('/result', { method: 'POST', body: JSON.stringify(digest()) });
</script>`;

let server: Server;
let address: string;
let arrived: (result: Digest) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        response.end();
        arrived(JSON.parse(body) as Digest);
      });
    } else if (request.url?.endsWith('.ts')) {
      const source = readFileSync(join(root, normalize(request.url)), 'utf8');
      response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(source));
    } else {
      response.setHeader('content-type', 'text/html').end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What a browser posts, once `open` has sent it to the page. */
async function resultOf(open: () => Promise<unknown>): Promise<Digest> {
  const result = new Promise<Digest>((resolve) => (arrived = resolve));
  await open();
  return await result;
}

const firefox = ['firefox-esr', 'firefox'].find((name) => spawnSync(name, ['--version']).status === 0);

describe('the same bits everywhere', () => {
  const here = digest();

  test('the digest covers every function and more than a million results', () => {
    expect(here.results).toBeGreaterThan(1_000_000);
    expect(new Set(Object.values(here.digests)).size).toBe(Object.keys(here.digests).length);
  });

  test('Chromium computes what Node does', async () => {
    const tab = await browser.newPage();
    expect(await resultOf(() => tab.goto(address))).toEqual(here);
    await tab.close();
  });

  test.skipIf(!firefox)(
    `Firefox computes what Node does${firefox ? '' : ' (skipped: no firefox-esr or firefox)'}`,
    async () => {
      const profile = mkdtempSync(join(tmpdir(), 'digest-'));
      const browser = spawn(firefox!, ['--headless', '--no-remote', '--profile', profile, address], {
        stdio: 'ignore',
      });
      try {
        expect(await resultOf(() => Promise.resolve())).toEqual(here);
      } finally {
        const gone = new Promise((resolve) => browser.once('exit', resolve));
        browser.kill();
        await gone;
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  );
});
