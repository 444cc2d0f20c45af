/**
 * What the course promises, in Firefox and in WebKit, where they are there. Chromium is held to more, in test/browser;
 * here each part is tried once, so that an engine that lacks something, or reads a style otherwise, is found out.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSite } from '../content/site.ts';
import type { Engine, Point } from './engine.ts';
import { firefox } from './firefox.ts';
import { serveWatched, type Watched } from './watched.ts';
import { webkit } from './webkit.ts';

const site = readSite();
const paths = site.pages.map(({ path }) => path).filter((path) => !path.endsWith('.html'));

/** Pages by the folder that they are made in: all that are alike are looked at in one test. */
const folders = Map.groupBy(paths, (path) => /^(embed|exercises|interview)\//.exec(path)?.[1] ?? 'the rest');

describe.each([firefox, webkit])('$name', ({ name, needs, start }) => {
  if (!start) {
    console.log(`${name}: not on this machine, so not tried; expected ${needs}`);
    test.skip(`needs ${needs}`, () => {});
    return;
  }
  let engine: Engine;
  let served: Watched;
  beforeAll(async () => {
    served = await serveWatched(site.address.pathname);
    engine = await start();
  });
  afterAll(async () => {
    await engine?.close();
    await served?.close();
  });
  beforeEach(async () => {
    await engine.open(`${served.url}404.html`);
    await engine.value('localStorage.clear()');
  });

  /** The value of an expression, once it is one that is not empty, null or false; a page on its way has none yet. */
  async function once<T>(expression: string, seconds = 20): Promise<T> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const [value, problem] = await engine.value<T>(expression).then(
        (value) => [value] as const,
        (error: Error) => [undefined, error.message] as const,
      );
      if (value) return value;
      if (Date.now() > end)
        throw new Error(`${expression}: ${problem ?? value} after ${seconds} s; expected it to come`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  /** Whether a page has come with its code, which WebKit's driver does not wait for. */
  const ready = `document.readyState === 'complete' && !document.querySelector(':not(:defined)')`;
  const untroubled = async () => expect(await engine.value('window.trouble')).toEqual([]);
  const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
  const click = (selector: string) => engine.value(`${find(selector)}.click()`);
  const text = (selector: string) => engine.value<string>(`${find(selector)}.textContent`);

  /** Puts code into an editor as a paste does, in the place of what is there. */
  async function write(place: string, code: string): Promise<void> {
    await engine.value(`${find(`${place} .cm-content`)} ?? ${find(`${place} [data-do=edit]`)}.click()`);
    await once(`(${find(`${place} .cm-content`)}?.focus(), true)`);
    await once(`document.activeElement.matches('.cm-content')`);
    await engine.press('a', true);
    // Firefox gives a script no clipboard to fill, so the event brings its own.
    await engine.value(`(() => {
      const paste = new Event('paste', { bubbles: true, cancelable: true });
      const clipboardData = { files: [], types: ['text/plain'], getData: () => ${JSON.stringify(code)} };
      ${find(`${place} .cm-content`)}.dispatchEvent(Object.defineProperty(paste, 'clipboardData', { value: clipboardData }));
    })()`);
  }

  /** Opens a page of the site. */
  async function open(path: string): Promise<void> {
    await engine.open(served.url + path);
    await once(ready);
  }

  /** Loads the page anew. */
  async function reload(): Promise<void> {
    await engine.value('void ((window.before = true), setTimeout(() => location.reload()))');
    await once(`!window.before && ${ready}`);
  }

  /** Runs the first cell of a chapter with code of ours; what it puts out. */
  async function run(code: string): Promise<string> {
    await write('live-cell', code);
    await engine.press('Enter', true);
    await once(`/done|failed/.test(${find('live-cell')}.dataset.state)`);
    return text('live-cell [data-output]');
  }

  test.each([...folders.keys()])(
    '%s: every page opens without an error and fits 375 and 320 pixels',
    async (folder) => {
      const complaints = await engine.value(`(async () => {
      const complaints = [];
      const frame = document.createElement('iframe');
      frame.style = 'position: fixed; inset: 0 auto auto 0; z-index: 99; height: 700px; border: 0; background: white';
      document.body.append(frame);
      for (const path of ${JSON.stringify(folders.get(folder))}) {
        frame.style.width = '375px';
        const loaded = new Promise((go) => frame.addEventListener('load', go, { once: true }));
        frame.src = ${JSON.stringify(served.url)} + path;
        await loaded;
        const { contentWindow: inside, contentDocument: page } = frame;
        await page.fonts.ready;
        for (const width of [375, 320]) {
          frame.style.width = width + 'px';
          const { scrollWidth, clientWidth } = page.documentElement;
          if (scrollWidth > clientWidth) complaints.push(path + ': ' + (scrollWidth - clientWidth) + ' px over ' + width);
        }
        complaints.push(...inside.trouble.map((trouble) => path + ': ' + trouble));
      }
      return complaints;
    })()`);
      expect(complaints).toEqual([]);
    },
  );

  test('every embedded figure answers: what is changed reaches its sentence or its numbers, and the address', async () => {
    for (const path of folders.get('embed')!) {
      await open(path);
      await engine.value(`(() => {
        const input = document.querySelector(
          '.widget :is(input[type=range]:enabled, input[type=radio]:not(:checked), button[data-input]:enabled)',
        );
        input.focus();
        if (input.type !== 'range') return input.click();
        Number(input.value) < Number(input.max) ? input.stepUp() : input.stepDown();
        input.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
      expect(await once<string>('location.hash'), path).toMatch(/^#[a-z-]+\.\w+=/);
      await untroubled();
    }
  });

  describe('a slider', () => {
    interface Look {
      slider: string;
      share: string;
      formula: string;
      sentence: string;
    }
    const look = () =>
      engine.value<Look>(`(() => {
        const live = document.querySelector('#sheet');
        return {
          slider: live.querySelector('[type=range]').value,
          share: live.querySelector('.bar').getAttribute('style'),
          formula: live.querySelector('.katex-html').textContent,
          sentence: live.querySelector('[data-say]').textContent,
        };
      })()`);
    const start = async () => {
      await open('softmax/#sheet');
      await engine.value(`(() => {
        document.documentElement.style.scrollBehavior = 'auto';
        const slider = document.querySelector('#sheet [type=range]');
        slider.scrollIntoView({ block: 'center' });
        slider.focus();
      })()`);
      return look();
    };
    const all = (before: Look, after: Look) => {
      for (const part of Object.keys(before) as (keyof Look)[]) expect(after[part], part).not.toBe(before[part]);
    };

    test('by key changes figure, formula, sentence and address, and a reload keeps them', async () => {
      const before = await start();
      await engine.press('ArrowRight');
      await once(`location.hash.includes('sheet.z=2.1,')`);
      const after = await look();
      all(before, after);
      await reload();
      await once(`${find('#sheet [data-say]')}.textContent === ${JSON.stringify(after.sentence)}`);
      expect(await look()).toEqual(after);
      await untroubled();
    });

    test('by drag changes figure, formula, sentence and address', async () => {
      const before = await start();
      const [from, to] = await engine.value<[Point, Point]>(`(() => {
        const slider = document.querySelector('#sheet [type=range]');
        const { x, y, width, height } = slider.getBoundingClientRect();
        const at = (slider.value - slider.min) / (slider.max - slider.min);
        return [{ x: x + 8 + (width - 16) * at, y: y + height / 2 }, { x: x + width - 12, y: y + height / 2 }];
      })()`);
      await engine.drag(from, to);
      await once(`location.hash.startsWith('#sheet.z=') || location.hash.includes('&sheet.z=')`);
      const after = await look();
      all(before, after);
      expect(Number(after.slider)).toBeGreaterThan(4);
      await untroubled();
    });
  });

  test('captions carry the numbers of their figures', async () => {
    await open('two-classes/');
    expect(
      await engine.value(`[...document.querySelectorAll('figcaption')].map((one) => one.innerText.slice(0, 10))`),
    ).toEqual([1, 2, 3, 4, 5].map((n) => `Figure 3.${n}`));
  });

  describe('a cell', () => {
    test('runs, to what it gave when the page was built', async () => {
      await open('softmax/');
      const built = await text('live-cell [data-output]');
      await click('live-cell [data-do=run]');
      await once(`/done|failed/.test(${find('live-cell')}.dataset.state)`);
      expect(await text('live-cell [data-output]')).toBe(built);
      await untroubled();
    });

    test('runs in Python, too, to what it gave when the page was built', async () => {
      await open('softmax/');
      const cell = 'live-cell[data-version=python]';
      const built = await text(`${cell} [data-output]`);
      await click('live-cell .languages [value=python]');
      await click(`${cell} [data-do=run]`);
      await once(`/done|failed/.test(${find(cell)}.dataset.state)`, 60);
      expect(await text(`${cell} [data-output]`)).toBe(built);
      await untroubled();
    });

    test('tells the line of an error, and keeps what was written over a reload', async () => {
      await open('softmax/');
      expect(await run('const a = 1\nconst b = 2\nnull.x')).toMatch(/line 3/);
      await reload();
      await once(`${find('live-cell [data-code]')}.textContent.includes('null.x')`);
      await untroubled();
    });

    test('is stopped where it does not end', async () => {
      await open('softmax/');
      expect(await run('while (true) {}')).toMatch(/Stopped after 2 seconds/);
      expect(await run('1 + 1')).toBe('2');
      await untroubled();
    });

    test('finds no way to the network, the storage, the page or another frame', async () => {
      await open('softmax/');
      await engine.value(`(async () => {
        window.heard = [];
        new BroadcastChannel('reached').onmessage = ({ data }) => heard.push(data);
        await caches.open('reached');
      })()`);
      const there = await engine.value('location.href');
      expect(await run(escapes.replaceAll('SITE', served.url))).toBe('out: nothing');
      await engine.value('new Promise((go) => setTimeout(go, 1000))');
      expect(served.reached).toEqual([]);
      expect(await engine.value('window.heard')).toEqual([]);
      expect(await engine.value('location.href')).toBe(there);
      expect(await engine.value(`Math.exp(0) + [1].map((x) => x).length`)).toBe(2);
    });
  });

  test('an exercise tells a wrong answer from a right one, and stays done over a reload', async () => {
    await open('exercises/write-softmax/');
    const verdict = () =>
      once<string>(`/[✓✗]/.test(${find('[data-verdict]')}.textContent) && ${find('[data-verdict]')}.textContent`, 60);
    await click('[data-do=check]');
    expect(await verdict()).toMatch(/^✗.*softmax\(\[/s);
    await engine.value(`${find('[data-verdict]')}.replaceChildren()`);
    await write('.starter', await text('.solution pre'));
    await engine.press('Enter', true);
    expect(await verdict()).toMatch(/^✓ Right/);
    await reload();
    await once(`${find('[data-done]')}.checkVisibility()`);
    await untroubled();
  });

  test('a review shows an answer and keeps a grade', async () => {
    await open('interview/review/');
    await once(`${find('.asked')} !== null`);
    const first = await text('.asked');
    await click('[data-do=reveal]');
    await once(`${find('.answer.short')}?.checkVisibility()`);
    await click('[data-grade="3"]');
    await once(`${find('.asked')}.textContent !== ${JSON.stringify(first)}`);
    await reload();
    await once(`![undefined, ${JSON.stringify(first)}].includes(${find('.asked')}?.textContent)`);
    await untroubled();
  });

  test('a mock interview begins and ends with a report, and the page still paints', async () => {
    await open('interview/mock/');
    await once(`/to choose from/.test(${find('[data-setup]')}.textContent)`);
    await engine.value(`${find('mock-interview form')}.requestSubmit()`);
    await once(`${find('[data-stage=interview]')}.checkVisibility()`);
    await click('[data-do=end]');
    expect(await once(`${find('[data-stage=report] .asked')}?.textContent`)).toBe('No question was answered.');
    await engine.value('new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go())))');
    await untroubled();
  });
});

/** Tries every way out that a Worker of some engine may have, and says which led somewhere. */
const escapes = `
const within = (ms, promise) => Promise.race([promise, new Promise((_, no) => setTimeout(no, ms))]);
const event = (target, name) => new Promise((go, no) => { target['on' + name] = go; target.onerror = no; });
const ways = {
  fetch: () => fetch('SITEreached'),
  'fetch without an answer': () => fetch('SITEreached', { mode: 'no-cors' }),
  'fetch of an elder frame': () => fetch('/reached'),
  request: () => { const r = new XMLHttpRequest(); r.open('GET', 'SITEreached'); r.send(); return event(r, 'load'); },
  'request that waits': () => { const r = new XMLHttpRequest(); r.open('GET', 'SITEreached', false); r.send(); },
  beacon: () => navigator.sendBeacon('SITEreached') || Promise.reject(),
  socket: () => event(new WebSocket('SITEreached'.replace('http', 'ws')), 'open'),
  events: () => event(new EventSource('SITEreached'), 'open'),
  transport: () => {
    const { ready, closed } = new WebTransport('SITEreached'.replace('http:', 'https:'));
    closed.catch(() => {});
    return ready;
  },
  peer: () => new RTCPeerConnection({ iceServers: [{ urls: 'stun:localhost' }] }).createOffer(),
  scripts: () => importScripts('SITEreached.js'),
  'module by Function': () => Function("return import('SITEreached.js')")(),
  'module by eval': () => (0, eval)("import('SITEreached.js')"),
  worker: () => event(new Worker('SITEreached.js'), 'message'),
  'shared worker': () => event(new SharedWorker('SITEreached.js'), 'connect'),
  'worker in a worker': () => event(new Worker(URL.createObjectURL(new Blob(
    ["fetch('SITEreached', { mode: 'no-cors' }).then(() => postMessage(1)); try { importScripts('SITEreached.js'); postMessage(2) } catch {}"],
  ))), 'message'),
  'service worker': () => navigator.serviceWorker.register('SITEreached.js'),
  font: () => new FontFace('x', 'url(SITEreached.woff2)').load(),
  storage: () => localStorage.length,
  'session storage': () => sessionStorage.length,
  database: () => new Promise((go, no) => { const r = indexedDB.open('x'); r.onsuccess = go; r.onerror = no; }),
  caches: async () => (await caches.keys()).includes('reached') || Promise.reject(),
  files: () => navigator.storage.getDirectory(),
  cookie: () => document.cookie.length,
  'cookie store': () => cookieStore.getAll(),
  page: () => parent.document.title,
  top: () => { top.location = 'SITEreached'; },
  window: () => open('SITEreached') ?? Promise.reject(),
  form: () => { const f = document.createElement('form'); f.action = 'SITEreached'; document.body.append(f); f.submit(); },
  notification: () => event(new Notification('reached'), 'show'),
};
new BroadcastChannel('reached').postMessage('reached');
postMessage('reached');
(async () => {
  const out = await Promise.all(Object.entries(ways).map(async ([name, way]) => {
    try { await within(900, Promise.resolve(way())); return name; } catch { return ''; }
  }));
  return 'out: ' + (out.filter(Boolean).join(', ') || 'nothing');
})()`;
