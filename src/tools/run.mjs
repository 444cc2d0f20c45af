// How the project's commands run others: in the project's folder, with what they print passed on, and with an error
// that a newcomer can act on. Plain Node 18 and no packages: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A failure that the reader can act on: its message is all that is printed. */
export class Failure extends Error {
  /**
   * @param {string} message what failed, and the remedy
   * @param {number} code the exit code of the process
   */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/**
 * The environment of what is run. Astro would report every reader's build to its makers.
 *
 * @param {Record<string, string | undefined>} env
 */
const environment = (env) => ({ ASTRO_TELEMETRY_DISABLED: '1', ...process.env, ...env });

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, quiet?: boolean }} [options] quiet: print nothing
 * @returns {number} its exit code; 127 if it could not be started
 */
export function run(command, args, { env = {}, cwd = root, quiet = false } = {}) {
  const { status, signal } = spawnSync(command, args, {
    cwd,
    env: environment(env),
    stdio: quiet ? 'ignore' : 'inherit',
  });
  // Ctrl-C reached the command as well: leave as quietly as it did.
  if (signal === 'SIGINT') process.exit(130);
  return status ?? 127;
}

/**
 * How npm is started: the one that started this process, else the one on the path.
 *
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
function npmCommand(args) {
  const self = process.env.npm_execpath;
  if (self?.endsWith('.js') && existsSync(self)) return [process.execPath, [self, ...args]];
  // On Windows npm is a script, which only a shell can start.
  if (process.platform === 'win32') return ['cmd', ['/d', '/s', '/c', 'npm', ...args]];
  return ['npm', args];
}

/**
 * Runs npm.
 *
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {number} npm's exit code
 */
export const npm = (args, options) => run(...npmCommand(args), options);

/**
 * Runs npm beside what else goes on, and prints what it said once it has ended.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} npm's exit code; 127 if it could not be started
 */
export function npmBeside(args, env = {}) {
  const [program, all] = npmCommand(args);
  const child = spawn(program, all, { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 127);
    });
  });
}

/**
 * Runs a command of the project, and ends it with the remedy where it fails.
 *
 * @param {() => void | Promise<void>} main
 */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message) console.error(`\n${error.message}`);
    process.exitCode = error.code;
  }
}
