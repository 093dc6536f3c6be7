import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Rahel Tekle/;
const PARTICIPANT = /^Juho Virtanen/;
const COMMENT = 'Jag vill hellre ha mötena på video.';
const ANSWER = 'Det går bra. Vi börjar nästa vecka.';

/** A plan is redone for the second period; the participant comments; the coach answers. */
test.describe.configure({ mode: 'serial' });

async function openForm(page: Page): Promise<void> {
  await logIn(page, COACH);
  const task = page.getByRole('link', { name: 'Gör om planeringen för Juho Virtanen' });
  await expect(task).toBeVisible();
  await expectSoundPage(page);
  await task.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gör om planeringen');
}

test('the coach redoes the plan: the version before fills it in, and nothing typed is lost', async ({
  page,
}) => {
  await openForm(page);
  await expect(page.getByText('Planeringen ska göras om')).toBeVisible();
  await expect(page.getByLabel('Område')).not.toHaveValue('');
  await expectSoundPage(page);

  await page.getByLabel('Målet med era egna ord').fill('Arbete på lager före sommaren');
  await page.getByRole('checkbox', { name: 'Kartläggning' }).check();
  await page.getByLabel('Varför Kartläggning').fill('Vi vet inte vad som passar.');
  // What is being written is there again for whoever had to log in anew.
  await page.goto('/provider');
  await page.goBack();
  await expect(page.getByText('Det du hade skrivit finns kvar här.')).toBeVisible();
  await expect(page.getByLabel('Målet med era egna ord')).toHaveValue('Arbete på lager före sommaren');

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
  await page.getByLabel('Målet med era egna ord').fill('Arbete på lager före sommaren');
  await page.getByRole('checkbox', { name: 'Kartläggning' }).check();
  await page.getByLabel('Varför Kartläggning').fill('Vi vet inte vad som passar.');
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
  await expectSoundPage(page);

  await page.getByText('Alla versioner (2)').click();
  await page.getByRole('link', { name: /^Version 2/ }).click();
  await expect(page.getByRole('heading', { name: 'Ändrat sedan version 1' })).toBeVisible();
  await expect(page.getByText('Arbete på lager före sommaren').first()).toBeVisible();
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
  await expectSoundPage(page);
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
  await page.getByRole('link', { name: /^Version 1/ }).click();
  await expectSoundPage(page);
});
