/** WebKitGTK in a screen of its own, by the requests of WebDriver. */
import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { programOf, type Engine, type Found, type Key } from './engine.ts';

const driver = programOf('WebKitWebDriver');
const screen = programOf('Xvfb');
const browser = programOf(...globSync('/usr/{lib,libexec}/{*/,}webkit{,2}gtk-*/MiniBrowser'));

/** Keys as WebDriver writes them. */
const keys: Record<Key | 'Control', string> = { ArrowRight: '\uE014', Enter: '\uE007', a: 'a', Control: '\uE009' };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Starts a screen; the name that its programs know it by. */
async function openScreen(): Promise<{ display: string; process: ChildProcess }> {
  const process = spawn(screen!, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    process.stdio[3]!.once('data', (number) => resolve(`:${String(number).trim()}`));
    process.once('exit', (code) => reject(new Error(`Xvfb: exit code ${code}; expected a screen`)));
  });
  return { display, process };
}

async function start(): Promise<Engine> {
  const { display, process: shown } = await openScreen();
  const port = await freePort();
  // WebKit's own sandbox wants rights that a container does not give; these pages are ours.
  const env = {
    ...process.env,
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const driving = spawn(driver!, [`--port=${port}`], { env, stdio: 'ignore' });
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver ${path}: ${value.error} ${value.message}; expected an answer`);
    return value;
  };
  for (let i = 0; i < 100 && !(await ask('GET', '/status').catch(() => false)); i++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } },
  });
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 100_000, pageLoad: 60_000 });
  await ask('POST', `${session}/window/rect`, { width: 1280, height: 900 });
  const act = (actions: unknown[]) => ask<void>('POST', `${session}/actions`, { actions });
  return {
    open: (address) => ask('POST', `${session}/url`, { url: address }),
    value: async (expression) => {
      const [value, failure] = await ask<[never, string?]>('POST', `${session}/execute/async`, {
        script: `const done = arguments[0];
          Promise.resolve().then(() => (${expression})).then((value) => done([value]), (error) => done([null, String(error)]))`,
        args: [],
      });
      if (failure !== undefined) throw new Error(`${failure}; expected a value of ${expression}`);
      return value;
    },
    press: (key, control = false) => {
      const held = control ? [keys.Control, keys[key]] : [keys[key]];
      const actions = [
        ...held.map((value) => ({ type: 'keyDown', value })),
        ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
      return act([{ type: 'key', id: 'keys', actions }]);
    },
    drag: (from, to) => {
      const round = ({ x, y }: typeof from) => ({ x: Math.round(x), y: Math.round(y) });
      const actions = [
        { type: 'pointerMove', ...round(from) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', duration: 100, ...round(to) },
        { type: 'pointerUp', button: 0 },
      ];
      return act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
    },
    close: async () => {
      await ask('DELETE', session).catch(() => {});
      driving.kill();
      shown.kill();
    },
  };
}

export const webkit: Found = {
  name: 'WebKitGTK',
  needs: 'webkit2gtk-driver and xvfb',
  ...(driver && screen && browser && { start }),
};
