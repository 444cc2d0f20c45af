import { expect, test } from 'vitest';
import { findChromium, systemPlaces, waysToInstall } from '../../src/tools/chromium.mjs';

const downloaded = async () => '/cache/playwright/chrome';
/** Looks on a Linux where only these files are browsers. */
const look = (browsers: string[], env: Record<string, string> = {}) =>
  findChromium({
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    works: (file: string) => browsers.includes(file),
    downloaded,
  });

test('the environment names the browser before anything is searched', async () => {
  const browsers = ['/mine', '/other', '/usr/bin/chromium', '/cache/playwright/chrome'];
  expect(await look(browsers, { CHROMIUM: '/mine', CHROME_PATH: '/other' })).toBe('/mine');
  expect(await look(browsers, { CHROME_PATH: '/other' })).toBe('/other');
});

test('a browser named in vain is an error, and not a reason to take another', async () => {
  await expect(look(['/usr/bin/chromium'], { CHROMIUM: '/none' })).rejects.toThrow(
    'CHROMIUM: /none; expected the path of a Chromium that runs. Correct it, or unset it to search',
  );
});

test("the system's browser comes before Playwright's download, Chromium before Chrome and Edge", async () => {
  const browsers = [
    '/cache/playwright/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
  ];
  expect(await look(browsers)).toBe('/usr/bin/chromium');
  expect(await look(browsers.slice(0, 3))).toBe('/usr/bin/google-chrome');
  expect(await look(browsers.slice(0, 2))).toBe('/usr/bin/microsoft-edge');
  expect(await look(browsers.slice(0, 1))).toBe('/cache/playwright/chrome');
});

test('where there is none, none is found', async () => {
  expect(await look([])).toBeUndefined();
});

test('macOS and Windows keep their browsers elsewhere', () => {
  expect(systemPlaces('darwin', { HOME: '/Users/ada' })).toContain(
    '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(systemPlaces('win32', { PROGRAMFILES: 'C:/Program Files' })).toEqual([
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files/Chromium/Application/chrome.exe',
    'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
  ]);
});

const ways = (platform: string, root: boolean, commands: string[]) =>
  waysToInstall({ platform, root, has: (name: string) => commands.includes(name) });

test("Playwright's download is tried before the system's package manager", () => {
  expect(ways('linux', true, ['apt-get']).map(({ title }) => title)).toEqual([
    "Playwright's download (170 MB)",
    'apt-get',
  ]);
  expect(ways('darwin', false, ['brew']).map(({ title }) => title)).toEqual(["Playwright's download (170 MB)", 'brew']);
  expect(ways('win32', false, ['winget']).map(({ title }) => title)).toEqual(["Playwright's download (170 MB)"]);
});

test('the package manager runs as root, or by a sudo that does not ask', () => {
  const command = (root: boolean, commands: string[]) =>
    ways('linux', root, commands)[1]?.steps.at(-1)?.flat().join(' ');
  expect(command(true, ['apt-get'])).toMatch(/^apt-get install /);
  expect(command(false, ['apt-get', 'sudo'])).toMatch(/^sudo -n apt-get install /);
  expect(command(false, ['apt-get'])).toBeUndefined();
});
