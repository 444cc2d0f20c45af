/**
 * What a page fetches only when a hand needs it: code above all. It says in the page how that stands, and nothing that
 * was done meanwhile is lost. A browser may hold on to a module that failed to arrive once, as Firefox does until the
 * page is opened anew: so all files of an import are fetched before the browser hears of them, and *Try again* works.
 */

/**
 * Fetches what the site holds.
 * @throws Error where it can't be had; its `cause` is the status of the answer, if there was one
 */
export async function fetched(address: string | URL): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  throw new Error(`${address} answered ${response.status}; expected 200`, { cause: response.status });
}

const here = new Set<string>();

/**
 * Imports a module once all files that it needs have arrived: what the bundler makes of every `import()`, with the
 * site's names of these files. For a module that is one file it names none: then the name stands in the import itself.
 */
export async function fetchFirst<T>(module: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  const names = files.length > 0 ? files.map((file) => `../${file}`) : String(module).match(/\.\/[\w.-]+\.js/g);
  await Promise.all(
    (names ?? []).map(async (name) => {
      if (here.has(name)) return;
      await (await fetched(new URL(name, import.meta.url))).blob();
      here.add(name);
    }),
  );
  return module();
}

/** How long a wait may be before it is spoken of. */
const felt = 300;

/**
 * Waits for what a hand needs, and says in `place` that it is on its way once the wait can be felt. Where it can't be
 * had it says so, with a button that asks again (its name is `again`), and goes on waiting; where the server has it no
 * more, the page is older than the site, and the button opens it anew.
 */
export async function load<T>(what: string, get: () => Promise<T>, place: Element): Promise<T> {
  const hand = document.activeElement as HTMLElement | null;
  const said = document.createElement('span');
  said.className = 'arrival';
  const say = (...words: (string | Node)[]) => {
    said.replaceChildren(` ${what} `, ...words);
    if (!said.isConnected) place.querySelector('.arrival')?.remove();
    place.append(said);
  };
  for (;;) {
    const timer = setTimeout(say, felt, 'is loading…');
    try {
      const got = await get();
      said.remove();
      return got;
    } catch (error) {
      const gone = (error as Error).cause === 404;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = gone ? 'Reload' : 'Try again';
      await new Promise<void>((again) => {
        button.name = gone ? 'reload' : 'again';
        button.onclick = () => {
          if (gone) return location.reload();
          hand?.focus();
          again();
        };
        clearTimeout(timer);
        say(
          gone ? 'could not be loaded: the site has changed since this page was opened. ' : 'could not be loaded. ',
          button,
        );
      });
    } finally {
      clearTimeout(timer);
    }
  }
}
