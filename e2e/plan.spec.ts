import type { Page } from '@playwright/test';
import { logIn, pickPerson } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Rahel Tekle/;
const PARTICIPANT = /^Juho Virtanen/;
const GOAL = 'Arbete på lager före sommaren';
const COMMENT = 'Jag vill hellre ha mötena på video.';
const ANSWER = 'Det går bra. Vi börjar nästa vecka.';

/** A plan is redone for the second period; the participant comments; the coach answers. */
test.describe.configure({ mode: 'serial' });

async function openForm(page: Page): Promise<void> {
  await logIn(page, COACH);
  await page.getByRole('link', { name: 'Gör om planeringen för Juho Virtanen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gör om planeringen');
}

async function planMapping(page: Page): Promise<void> {
  await page.getByLabel('Målet med era egna ord').fill(GOAL);
  await page.getByRole('checkbox', { name: 'Kartläggning' }).check();
  await page.getByLabel('Varför Kartläggning').fill('Vi vet inte vad som passar.');
}

test('the coach is asked to redo the plan; the version before fills the form in', async ({ page }) => {
  await logIn(page, COACH);
  await expect(page.getByRole('link', { name: 'Gör om planeringen för Juho Virtanen' })).toBeVisible();
  await expectSoundPage(page);
  await openForm(page);
  await expect(page.getByText('Planeringen ska göras om')).toBeVisible();
  await expect(page.getByLabel('Område')).not.toHaveValue('');
  await expect(page.getByLabel('Varför Individuellt möte')).not.toHaveValue('');
  await expect(page.getByLabel('Varför Kartläggning')).toBeHidden();
  await expectSoundPage(page);
});

test('what is typed is there again for whoever has to log in anew, and what is missing is told', async ({
  page,
}) => {
  await openForm(page);
  await planMapping(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Spara planeringen' }).click();
  await page.waitForURL(/\/login/);
  await page
    .getByRole('button', { name: /Logga in/ })
    .last()
    .click();
  await pickPerson(page, COACH);
  await expect(page.getByText('Det du hade skrivit finns kvar här.')).toBeVisible();
  await expect(page.getByLabel('Målet med era egna ord')).toHaveValue(GOAL);
  await expect(page.getByLabel('Varför Kartläggning')).toHaveValue('Vi vet inte vad som passar.');
  await page.getByRole('button', { name: 'Spara planeringen' }).click();
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.locator('#error-summary')).toContainText('Välj hur ni träffades.');
  await expect(page.locator('#error-summary')).toContainText(
    'Kartläggning: Skriv vad aktiviteten ska leda till.',
  );
  await expectSoundPage(page);
});

test('identity numbers and words of health are pointed out, and stay where the coach says so', async ({
  page,
}) => {
  await openForm(page);
  await page.getByRole('radio', { name: 'Video' }).check();
  await planMapping(page);
  await page.getByLabel('Mål Kartläggning').fill('Tre yrken att pröva.');
  // There is always one row more to fill in.
  const parties = page.getByRole('group', { name: /^Organisation/ });
  const row = parties.nth((await parties.count()) - 1);
  await row.getByLabel('Organisation').fill('Kommunens arbetsmarknadsenhet');
  await row.getByLabel('Roll').fill('Praktikplats');
  await row.getByLabel('Vad de gör').fill('Arbetsträning efter sjukskrivning');
  await page.getByRole('button', { name: 'Spara planeringen' }).click();
  await expect(page.locator('#error-summary')).toContainText('kan säga något om någons hälsa');
  await expectSoundPage(page);
  await page.getByRole('checkbox', { name: /Jag har läst igenom det/ }).check();
  await page.getByRole('button', { name: 'Spara planeringen' }).click();
  await page.waitForURL(/\?plan=2$/);
  await expect(page.getByText('Planeringen ska göras om')).toBeHidden();
});

test('a version is a page of its own, with what it changed', async ({ page }) => {
  await logIn(page, COACH, '/provider/participants?q=Juho');
  await page.getByRole('link', { name: 'Juho Virtanen' }).first().click();
  await page.getByText('Alla versioner (2)').click();
  await page.getByRole('link', { name: /^Version 2/ }).click();
  await expect(page.getByRole('heading', { name: 'Ändrat sedan version 1' })).toBeVisible();
  await expect(page.getByText(GOAL).first()).toBeVisible();
  await expectSoundPage(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the participant reads every version, comments, and gets a receipt', async ({ page }) => {
    await logIn(page, PARTICIPANT, '/participant/plan');
    await expect(page.getByText('Kommunens arbetsmarknadsenhet')).toBeVisible();
    await page.getByLabel('Vad handlar det om?').selectOption({ label: 'Möten med din handledare' });
    await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv vad du vill säga.');
    await page.getByLabel('Din kommentar').fill(COMMENT);
    await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
    await expect(page.getByText('Din handledare ser kommentaren.')).toBeVisible();
    await expect(page.getByText('Din handledare har inte läst den än.')).toBeVisible();
    await page.getByRole('link', { name: /^Version 1/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan 1');
  });
});

test('the coach finds the comment under what is to be done, and answers', async ({ page }) => {
  await logIn(page, COACH);
  await page.getByRole('link', { name: 'Läs en kommentar från Juho Virtanen' }).click();
  await expect(page.getByText(COMMENT)).toBeVisible();
  await page.getByText('Svara', { exact: true }).click();
  await page.getByLabel('Ditt svar').fill(ANSWER);
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(page.getByText('Svaret är skickat.')).toBeVisible();
  await expectSoundPage(page);
  await page.goto('/provider');
  await expect(page.getByRole('link', { name: /kommentar från Juho Virtanen/ })).toBeHidden();
});

test('the participant reads the answer', async ({ page }) => {
  await logIn(page, PARTICIPANT, '/participant/plan');
  await expect(page.getByText(ANSWER)).toBeVisible();
  await expectSoundPage(page);
});
