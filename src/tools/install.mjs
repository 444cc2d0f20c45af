// Whether what package-lock.json names is installed, and installing it. Plain Node 18 and no packages.
import { existsSync, linkSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, npm, root, run } from './run.mjs';

const windows = process.platform === 'win32';
const needed = [22, 12];

/**
 * What keeps `node_modules` from being what package-lock.json names. npm notes in node_modules/.package-lock.json what
 * it installed; a package that is optional (another system's binary) may be missing.
 *
 * @param {string} [folder] the project's folder
 * @returns {string | undefined} the first difference in words; undefined if there is none
 */
export function missing(folder = root) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).packages;
  const wanted = read('package-lock.json');
  if (!existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return 'nothing is installed yet';
  const installed = read('node_modules/.package-lock.json');
  for (const [place, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (place === '' || link) continue;
    const name = place.replace(/^.*node_modules\//, '');
    const has = installed[place];
    if (!has && optional) continue;
    if (!has || !existsSync(path.join(folder, place, 'package.json'))) return `${name} is not installed`;
    if (has.version !== version) return `${name} is ${has.version}, and package-lock.json names ${version}`;
    if (integrity && has.integrity && has.integrity !== integrity) return `${name} differs from package-lock.json`;
  }
  return undefined;
}

/**
 * Installs what is missing.
 *
 * @returns {string} the path of the Node that the tools run on
 * @throws {Failure} with the remedy, if npm is not there or does not succeed, or if no Node is new enough
 */
export function ensureInstalled() {
  const reason = missing();
  if (reason) {
    console.log(`Installing the project's packages (${reason}) …`);
    if (npm(['--version'], { quiet: true }) !== 0)
      throw new Failure('npm: not found; expected npm beside Node. It comes with Node: https://nodejs.org');
    const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0)
      throw new Failure(
        `npm ci: exit code ${code}; expected the packages of package-lock.json. The reason stands above. Without a\n` +
          'network there is nothing to install from: connect and run this again. If a package is broken, delete the\n' +
          'folder node_modules and run this again.',
        code,
      );
  }
  return ensureNode();
}

// The tools need a newer Node than many machines have, so the project brings its own: the npm package `node`, whose
// binary npm puts first on the path of every script.
function ensureNode() {
  const own = path.join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
  if (run(own, ['--version'], { quiet: true }) !== 0) {
    // It arrives by an install script, which a reader's npm may be told not to run.
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major > needed[0] || (major === needed[0] && minor >= needed[1])) {
      console.log(`The project's own Node is not there (install scripts are off?): using yours, ${process.version}.`);
      return process.execPath;
    }
    throw new Failure(
      `Node: ${process.version}; expected ${needed.join('.')} or newer, and the project's own could not be installed.\n` +
        'Run: npm rebuild node --ignore-scripts=false — or install a newer Node: https://nodejs.org',
    );
  }
  // npm's shims on Windows prefer a node.exe that lies beside them.
  const beside = path.join(root, 'node_modules/.bin/node.exe');
  if (windows && !existsSync(beside)) linkSync(own, beside);
  return own;
}
