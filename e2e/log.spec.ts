import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

/** Coach of a provider of their own in the demo, so that no other journey meets what is logged here. */
const COACH = /^Li Wei, coach/;

async function chooseQuickly(page: Page, activity: string, minutes: string): Promise<void> {
  await page.getByLabel('Aktivitet', { exact: true }).selectOption(activity);
  await page.getByRole('group', { name: 'Minuter' }).getByLabel(minutes, { exact: true }).check();
  await page.getByRole('group', { name: 'Form' }).getByLabel('på plats').check();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'the log' : 'the log, without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 720 } });

    test('takes a group in a few presses, takes it back in one, and offers the group again', async ({
      page,
    }) => {
      await logIn(page, COACH, '/provider/log');
      if (javaScriptEnabled) await expectSoundPage(page);
      const boxes = page.getByRole('group', { name: /^Deltagare/ }).getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await chooseQuickly(page, 'information', '45');
      await page.getByRole('button', { name: 'Logga aktiviteten' }).click();
      await expect(page.getByText('2 aktiviteter är loggade.')).toBeVisible();
      await page
        .getByRole('link', { name: /^Samma grupp som .* \(2\)$/ })
        .first()
        .click();
      await expect(boxes.nth(0)).toBeChecked();
      await expect(boxes.nth(2)).not.toBeChecked();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole('button', { name: 'Ångra' }).click();
      await expect(page.getByText('2 aktiviteter är borttagna igen.')).toBeVisible();
    });

    test('keeps what was pressed and typed when it cannot be logged', async ({ page }) => {
      await logIn(page, COACH, '/provider/log');
      await page
        .getByRole('group', { name: /^Deltagare/ })
        .getByRole('checkbox')
        .nth(1)
        .check();
      await chooseQuickly(page, 'information', '90');
      await page.getByLabel('Annat antal').fill('50');
      await page.getByRole('button', { name: 'Logga aktiviteten' }).click();
      await expect(page.getByRole('link', { name: '50 minuter går inte att logga.' })).toBeVisible();
      await expect(page.getByLabel('Annat antal')).toHaveValue('50');
      await expect(page.getByRole('group', { name: 'Form' }).getByLabel('på plats')).toBeChecked();
      const boxes = page.getByRole('group', { name: /^Deltagare/ }).getByRole('checkbox');
      await expect(boxes.nth(1)).toBeChecked();
      if (javaScriptEnabled) await expectSoundPage(page);
    });

    test('is seen by month and day, taken home as a file, and last week is shown before it is copied', async ({
      page,
    }) => {
      await logIn(page, COACH, '/provider/log');
      await page.getByRole('link', { name: 'Månad', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Loggen, /);
      if (javaScriptEnabled) await expectSoundPage(page);
      const href = await page.getByRole('link', { name: 'Hämta som CSV' }).getAttribute('href');
      const file = await page.request.get(href ?? '');
      expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="logg-/);
      expect(await file.text()).toContain('datum;deltagare;genomförandereferens');
      await page.getByRole('link', { name: 'Vecka', exact: true }).click();
      await page.getByRole('link', { name: 'Kopiera förra veckan' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kopiera till vecka /);
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}

test('what was filled in when the session ended is there again, for the same person alone', async ({
  page,
  context,
}) => {
  const boxes = page.getByRole('group', { name: /^Deltagare/ }).getByRole('checkbox');
  const fillIn = page.getByRole('button', { name: 'Fyll i det igen' });
  await logIn(page, COACH, '/provider/log');
  await boxes.nth(1).check();
  await chooseQuickly(page, 'information', '90');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Logga aktiviteten' }).click();
  await page.waitForURL(/\/login/);
  await logIn(page, /^Amina Warsame, coach/, '/provider/log');
  await expect(page.getByRole('button', { name: 'Logga aktiviteten' })).toBeVisible();
  await expect(fillIn).toHaveCount(0);
  await context.clearCookies();
  await logIn(page, COACH, '/provider/log');
  await fillIn.click();
  await expect(boxes.nth(1)).toBeChecked();
  await expect(boxes.nth(0)).not.toBeChecked();
  await expect(page.getByLabel('Aktivitet', { exact: true })).toHaveValue('information');
  await expect(page.getByRole('group', { name: 'Minuter' }).getByLabel('90', { exact: true })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Form' }).getByLabel('på plats')).toBeChecked();
});
