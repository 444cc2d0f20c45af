// npm run book: saves the whole course as a PDF, with the numbers of its sheets in the contents.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { numberedPdf } from './pdf.mjs';
import { command, root } from './run.mjs';
import { serve } from './serve.mjs';

command(async () => {
  const site = await serve({ dir: path.join(root, 'dist'), base: process.env.BASE ?? '/' });
  const browser = await chromium.launch({ executablePath: await ensureChromium() });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}book/`);
    const file = path.join(root, 'dist', 'from-logits-to-probabilities.pdf');
    writeFileSync(file, await numberedPdf(page));
    console.log(`The course is in ${path.relative(process.cwd(), file)}`);
  } finally {
    await browser.close();
    await site.close();
  }
});
