// Finds a Chromium for the browser tests, and installs one where there is none.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, root, run } from './run.mjs';

const variables = ['CHROMIUM', 'CHROME_PATH'];

const places = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
};

/**
 * The places of a system where a Chromium may be, the likeliest first.
 *
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function systemPlaces(platform, env) {
  const home = env.HOME ?? '';
  if (platform === 'darwin') return places.darwin.flatMap((place) => [place, ...(home ? [home + place] : [])]);
  if (platform === 'win32')
    return places.win32.flatMap((place) =>
      [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((dir) => (dir ? [`${dir}/${place}`] : [])),
    );
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return places.linux.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).concat('/snap/bin/chromium');
}

// Whether there is a browser that runs: a download may lack the system's libraries, and Ubuntu's chromium-browser may
// be a note about snap. On Windows asking for the version opens a window, so there the file has to do.
const works = (/** @type {string} */ file) =>
  existsSync(file) && (process.platform === 'win32' || run(file, ['--version'], { quiet: true }) === 0);

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/**
 * Looks for a Chromium: the environment's (CHROMIUM, CHROME_PATH), the system's, Playwright's own download.
 *
 * @param {object} [probe] what to look at; a test brings its own
 * @param {Record<string, string | undefined>} [probe.env]
 * @param {string} [probe.platform]
 * @param {(file: string) => boolean} [probe.works]
 * @param {() => Promise<string>} [probe.downloaded]
 * @returns {Promise<string | undefined>} the path of a browser that runs
 * @throws {Failure} if the environment names one that does not run
 */
export async function findChromium(probe = {}) {
  const { env = process.env, platform = process.platform, downloaded = playwrightsOwn } = probe;
  const runs = probe.works ?? works;
  for (const name of variables) {
    const file = env[name];
    if (!file) continue;
    if (runs(file)) return file;
    throw new Failure(`${name}: ${file}; expected the path of a Chromium that runs. Correct it, or unset it to search`);
  }
  return systemPlaces(platform, env).find(runs) ?? [await downloaded()].find(runs);
}

/**
 * The ways to get a Chromium, the least intrusive first.
 *
 * @param {{ platform: string, root: boolean, has: (command: string) => boolean }} machine
 * @returns {{ title: string, steps: [string, string[]][] }[]}
 */
export function waysToInstall({ platform, root: isRoot, has }) {
  const playwright = path.join(root, 'node_modules/playwright-core/cli.js');
  const ways = [
    {
      title: "Playwright's download (170 MB)",
      steps: [[process.execPath, [playwright, 'install', 'chromium']]],
    },
  ];
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const privileged = (...line) => [[...sudo, ...line][0], [...sudo, ...line].slice(1)];
  if (platform === 'linux' && (isRoot || has('sudo'))) {
    if (has('apt-get'))
      ways.push({
        title: 'apt-get',
        steps: [
          privileged('apt-get', 'update', '-qq'),
          privileged('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'),
        ],
      });
    else if (has('dnf')) ways.push({ title: 'dnf', steps: [privileged('dnf', 'install', '-y', '-q', 'chromium')] });
    else if (has('pacman'))
      ways.push({ title: 'pacman', steps: [privileged('pacman', '-S', '--noconfirm', 'chromium')] });
    else if (has('apk')) ways.push({ title: 'apk', steps: [privileged('apk', 'add', 'chromium')] });
  }
  if (platform === 'darwin' && has('brew'))
    ways.push({ title: 'brew', steps: [['brew', ['install', '--cask', 'chromium']]] });
  return ways;
}

/**
 * A Chromium for the tests, installed if need be.
 *
 * @returns {Promise<string>} its path
 * @throws {Failure} with the remedy, if there is none and none could be installed
 */
export async function ensureChromium() {
  const there = await findChromium();
  if (there) return there;
  const has = (/** @type {string} */ name) =>
    (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
  const isRoot = process.getuid?.() === 0;
  for (const { title, steps } of waysToInstall({ platform: process.platform, root: isRoot, has })) {
    console.log(`No Chromium for the browser tests yet: trying ${title} …`);
    // Where the download is blocked, give up soon; and an installer that would ask a question has nobody to ask.
    const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', DEBIAN_FRONTEND: 'noninteractive' };
    const installed = steps.every(([file, args]) => run(file, args, { env, quiet: true }) === 0);
    const found = installed && (await findChromium());
    if (found) return found;
    console.log(`It did not ${installed ? 'bring one that runs' : 'succeed'}.`);
  }
  throw new Failure(
    'Chromium: not found and not installable from here; the browser tests need one. Install Chromium, Chrome or Edge\n' +
      'by hand, or name one: CHROMIUM=/path/to/chromium npm test',
  );
}
