/** Serves the built site to the browser tests, and finds them a browser. */
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';
import { dist, readSite } from '../content/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The home page's address, with its final slash. */
    home: string;
    /** The browser's file. */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await serve({ dir: dist, base: readSite().address.pathname });
  project.provide('home', site.url);
  project.provide('chromium', await ensureChromium());
  return site.close;
}
