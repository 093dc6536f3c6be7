import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

/** Nobody else's journey goes by this person's calendar. */
const COACH = /^Rahel Tekle, coach/;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'the last days' : 'the last days, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('are followed in an own calendar by a secret address, until it is turned off', async ({
      page,
      playwright,
      baseURL,
    }) => {
      await logIn(page, COACH, '/provider');
      await page.getByRole('link', { name: 'Välj hur du blir påmind' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kalender och påminnelser');
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole('button', { name: /^Skapa en (hemlig|ny) adress$/ }).click();
      const address = await page.getByLabel('Adress', { exact: true }).inputValue();
      expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/);
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.goto('/provider/calendar');
      await expect(page.getByText(/^Du har en hemlig adress sedan /)).toBeVisible();

      // A program that follows it has no session.
      const program = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
      const { pathname } = new URL(address);
      const calendar = await program.get(pathname);
      expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
      expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);

      await page.getByRole('button', { name: 'Stäng av adressen' }).click();
      await expect(page.getByText('Adressen är avstängd.')).toBeVisible();
      expect((await program.get(pathname)).status()).toBe(404);
      await program.dispose();
    });

    test('come by mail for those who want it', async ({ page }) => {
      await logIn(page, COACH, '/provider/calendar');
      const choice = page.getByRole('group', { name: 'Vill du ha påminnelser?' });
      for (const words of [/^Nej/, /^Ja/]) {
        await choice.getByLabel(words).check();
        await page.getByRole('button', { name: 'Spara valet' }).click();
        await expect(page.getByText('Ditt val är sparat.')).toBeVisible();
        await expect(choice.getByLabel(words)).toBeChecked();
      }
    });
  });
}
