import { chromium, type Page } from 'playwright';
import { findOrInstallChromium } from './test/chromium.ts';

// `npm run pictures -- http://localhost:3000`: the README's pictures, from a running demo.

const PICTURES = [
  { file: 'provider.png', person: /^Birgitta Nyström/, path: '/provider/months', nth: 1 },
  { file: 'review.png', person: /^Anders Wiklund/, path: '/review', nth: 0 },
  { file: 'statement.png', person: /^Birgitta Nyström/, path: '/provider/statements', nth: 0 },
  { file: 'participant.png', person: /^Oskar Lindahl/, path: '/participant/choose', nth: null },
] as const;

async function logIn(page: Page, base: string, person: RegExp): Promise<void> {
  await page.goto(`${base}/login`);
  await page
    .getByRole('button', { name: /Logga in/ })
    .last()
    .click();
  await page.getByRole('button', { name: person }).first().click();
  await page.waitForURL((url) => url.origin === base && url.pathname !== '/login');
}

const base = new URL(process.argv[2] ?? 'http://localhost:3000').origin;
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { file, person, path, nth } of PICTURES) {
    const page = await (
      await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'sv-SE' })
    ).newPage();
    await logIn(page, base, person);
    await page.goto(`${base}${path}`);
    // A list leads to what it lists: last month, the first report, the newest statement.
    if (nth !== null) await page.getByRole('main').getByRole('table').getByRole('link').nth(nth).click();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `docs/pictures/${file}` });
    console.log(`docs/pictures/${file}`);
    await page.context().close();
  }
} finally {
  await browser.close();
}
