import { type BrowserContext, chromium, type Page } from 'playwright';
import { findOrInstallChromium } from '#scripts/test/chromium.ts';

/** A Chromium of its own for as long as the work takes, in the window that staff have. */
export async function withStaffBrowser<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
    });
    return await work(context);
  } finally {
    await browser.close();
  }
}

/** Logs in as a person of the demo, and comes to `address`. */
export async function logInTo(page: Page, address: string, name: string): Promise<void> {
  const { origin, pathname, search } = new URL(address);
  await page.goto(`${origin}/login?returnTo=${encodeURIComponent(`${pathname}${search}`)}`);
  await page
    .getByRole('button', { name: /Logga in/ })
    .last()
    .click();
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.waitForURL((at) => at.pathname === pathname);
}
