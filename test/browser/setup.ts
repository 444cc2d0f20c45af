/** Serves the built site and starts the one browser that all browser tests share. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { serve } from '../../src/tools/serve.mjs';
import { dist, readSite } from '../content/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The home page's address, with its final slash. */
    home: string;
    /** Where the browser listens. */
    browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await ensureChromium();
  const site = await serve({ dir: dist, base: readSite().address.pathname });
  const browser = await chromium.launchServer({ executablePath });
  project.provide('home', site.url);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
