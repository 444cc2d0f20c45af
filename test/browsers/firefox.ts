/** Firefox, by puppeteer-core over WebDriver BiDi. */
import { launch } from 'puppeteer-core';
import { programOf, type Engine, type Found } from './engine.ts';

const program = programOf(process.env['FIREFOX'] ?? '', 'firefox-esr', 'firefox');

/** Nothing in the background: no updates, no reports, no pages that greet. */
const quiet = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

async function start(): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: program!,
    headless: true,
    extraPrefsFirefox: quiet,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  return {
    open: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    value: (expression) => page.evaluate(expression) as Promise<never>,
    press: async (key, control = false) => {
      if (control) await page.keyboard.down('Control');
      await page.keyboard.press(key);
      if (control) await page.keyboard.up('Control');
    },
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
}

export const firefox: Found = {
  name: 'Firefox',
  needs: 'firefox-esr, or FIREFOX=/path/to/firefox',
  ...(program && { start }),
};
