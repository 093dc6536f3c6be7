import { expect, type Page } from '@playwright/test';

/** Logs in as a person of the demo whose button matches, from wherever the browser stands. */
export async function logIn(page: Page, person: RegExp, returnTo = '/'): Promise<void> {
  await page.goto(`/login?returnTo=${encodeURIComponent(returnTo)}`);
  await page
    .getByRole('button', { name: /Logga in/ })
    .last()
    .click();
  await pickPerson(page, person);
}

/** On the identity provider's page: who one is. */
export async function pickPerson(page: Page, person: RegExp): Promise<void> {
  await expect(
    page.getByRole('heading', { level: 1, name: /Vem vill du logga in som|Legitimera dig igen/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: person }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/interaction'));
}

export async function logOut(page: Page): Promise<void> {
  await page.request.post('/api/session/logout', {
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
}
