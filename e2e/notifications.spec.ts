import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Amina Warsame/;
const PARTICIPANT = /^Goran Petrović/;
const COMMENTED = 'En deltagare har kommenterat sin planering';
const ANSWERED = 'Din handledare har svarat på din kommentar';

/** A comment on a plan reaches the coach, and the answer the participant; each opens, marks and chooses how to be told. */
test.describe.configure({ mode: 'serial' });

const toNotifications = (page: Page) => page.getByRole('link', { name: /^Notiser/ });

async function comment(page: Page, text: string): Promise<void> {
  await logIn(page, PARTICIPANT, '/participant/plan');
  await page.getByLabel('Din kommentar').fill(text);
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await expect(page.getByText('Din handledare ser kommentaren.')).toBeVisible();
}

async function openNotifications(page: Page, person: RegExp, door: string): Promise<void> {
  await logIn(page, person, door);
  await toNotifications(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notiser');
}

test('the coach is told of a comment on every page, and reads it where it is', async ({ page }) => {
  await comment(page, 'Kan vi ses på biblioteket i stället?');
  await openNotifications(page, COACH, '/provider');
  await expect(toNotifications(page).first()).toHaveAccessibleName(/^Notiser \d+ olästa?$/);
  await expect(page.getByText('Goran Petrović').first()).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: COMMENTED, exact: true }).first().click();
  await page.waitForURL(/\/provider\/participants\/[\w-]+#comments$/);
  await page.goto('/notifications?show=all');
  await expect(page.getByRole('button', { name: COMMENTED, exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: `Markera som läst: ${COMMENTED}` })).toBeHidden();
  await expectSoundPage(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one is marked as read, then all, and what is read is still there', async ({ page }) => {
    await comment(page, 'Eller på telefon?');
    await openNotifications(page, COACH, '/provider');
    await page.getByRole('button', { name: `Markera som läst: ${COMMENTED}` }).click();
    await expect(page.getByRole('button', { name: `Markera som läst: ${COMMENTED}` })).toBeHidden();
    await page.goto('/notifications?show=all');
    await page.getByRole('button', { name: COMMENTED, exact: true }).first().click();
    await page.getByText('Svara', { exact: true }).first().click();
    await page.getByLabel('Ditt svar').first().fill('Vi ses på biblioteket.');
    await page.getByRole('button', { name: 'Skicka svaret' }).first().click();

    await openNotifications(page, PARTICIPANT, '/participant');
    await expect(page.getByRole('button', { name: ANSWERED, exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Markera alla som lästa' }).click();
    await expect(page.getByText('Du har läst allt.')).toBeVisible();
    await page.getByRole('link', { name: 'Visa lästa' }).click();
    await page.getByRole('button', { name: ANSWERED, exact: true }).click();
    await expect(page).toHaveURL(/\/participant\/plan$/);
  });

  test('how one wants to be told is chosen and kept', async ({ page }) => {
    await logIn(page, COACH, '/notifications/choices');
    for (const [way, hour] of [
      ['Bara i portalen', '20.00'],
      ['Mejl direkt', '19.00'],
    ] as const) {
      await page.getByLabel('Gemensam planering').selectOption({ label: way });
      await page.getByLabel('Från klockan').selectOption({ label: hour });
      await page.getByRole('button', { name: 'Spara valen' }).click();
      await expect(page.getByText('Dina val är sparade.')).toBeVisible();
      await expect(page.getByLabel('Gemensam planering').locator(':checked')).toHaveText(way);
      await expect(page.getByLabel('Från klockan').locator(':checked')).toHaveText(hour);
    }
  });
});

test('participants have plain words, an empty list says what will come, and choices are theirs too', async ({
  page,
}) => {
  await openNotifications(page, /^Farid Ahmadi/, '/participant');
  await expect(page.getByText('Här ser du vad som har hänt i ditt ärende.')).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Välj hur du får veta' }).click();
  await expect(page.getByLabel('Din planering')).toBeVisible();
  await expectSoundPage(page);
});
