/** Sandboxes that nothing has run in; the next one is opened ahead of time. */
import type { Language } from '../../src/languages.ts';
import { Sandbox } from '../../src/notebook/sandbox.ts';
import { load } from '../dom/arrival.ts';

/** What opens a sandbox that speaks a language, with its name for a reader who waits for it. */
const openers: Record<Language, readonly [what: string, get: () => Promise<() => Sandbox>]> = {
  typescript: [
    'What runs the code',
    async () => {
      const { default: program } = await import('virtual:sandbox-program');
      return () => new Sandbox(program);
    },
  ],
  python: [
    'Python',
    async () => {
      const { program, files } = await (await import('./python-files.ts')).pythonFiles();
      return () => new Sandbox(program, files);
    },
  ],
};

/** Fetches what runs code in a language before there is any to run, for pages that go on without the network. */
export const prepareSandbox = (language: Language): Promise<unknown> => openers[language][1]();

const ready = new Map<Language, Sandbox>();

/** A sandbox for code in a language; `place` says how it stands with what that needs from the site. */
export async function freshSandbox(language: Language, place: Element): Promise<Sandbox> {
  const [what, get] = openers[language];
  const open = await load(what, get, place);
  const sandbox = ready.get(language) ?? open();
  ready.set(language, open());
  return sandbox;
}
